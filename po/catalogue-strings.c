/* Made by build-aux/catalogue-strings from data/catalogue, for translators. Not compiled. */
/* Translators: criteria.pillars[performance].name */
N_("Performance")
/* Translators: criteria.pillars[performance].description */
N_("How much load one node carries, how fast it answers, and how well the design grows.")
/* Translators: criteria.pillars[delivery].name */
N_("Time to market")
/* Translators: criteria.pillars[delivery].description */
N_("How fast a team ships, learns the stack and finds what it need not write itself.")
/* Translators: criteria.pillars[ai].name */
N_("AI and data")
/* Translators: criteria.pillars[ai].description */
N_("How well models, agents and data work are served by the ecosystem.")
/* Translators: criteria.pillars[talent].name */
N_("Talent and hiring cost")
/* Translators: criteria.pillars[talent].description */
N_("How many people there are, how long it takes to hire them, what they are paid and whether they stay.")
/* Translators: criteria.pillars[reliability].name */
N_("Security and reliability")
/* Translators: criteria.pillars[reliability].description */
N_("How safe, long-lived and auditable the choice is, and how failures stay contained.")
/* Translators: criteria.pillars[running].name */
N_("Operations and cloud")
/* Translators: criteria.pillars[running].description */
N_("How much work and money it takes to run, what clouds do for it, and how free one stays to move.")
/* Translators: criteria.pillars[sustainability].name */
N_("Sustainability")
/* Translators: criteria.pillars[sustainability].description */
N_("How much energy and memory the same work takes.")
/* Translators: criteria.criteria[throughput].name */
N_("Throughput")
/* Translators: criteria.criteria[throughput].description */
N_("Requests that one node answers each second, with and without a database behind it.")
/* Translators: criteria.criteria[throughput].scale.worst */
N_("A hundredth to a twenty-fifth of what Go answers on the same machine.")
/* Translators: criteria.criteria[throughput].scale.best */
N_("Three to four times what Go answers on the same machine.")
/* Translators: criteria.criteria[throughput].components[database].name */
N_("Requests with a database")
/* Translators: criteria.criteria[throughput].components[database].unit */
N_("ratio to Go")
/* Translators: criteria.criteria[throughput].components[database].reason */
N_("Ratios to Go within one run cancel the machine; a 25th is below any stack measured, 3 times is beyond what a database lets through. Gaps in TechEmpower depend on the database driver, so they are damped by a square root.")
/* Translators: criteria.criteria[throughput].components[http].name */
N_("Bare requests")
/* Translators: criteria.criteria[throughput].components[http].reason */
N_("Without a database the gaps are wider, hence the wider anchors. Only runs with kept-alive connections count; plaintext tests measure the network and are left out.")
/* Translators: criteria.criteria[latency].name */
N_("Tail latency")
/* Translators: criteria.criteria[latency].description */
N_("Time within which 95 or 99 of 100 requests are answered under load.")
/* Translators: criteria.criteria[latency].scale.worst */
N_("Ten times as long as Go under the same load.")
/* Translators: criteria.criteria[latency].scale.best */
N_("Two fifths of the time that Go takes.")
/* Translators: criteria.criteria[latency].components[tail].name */
N_("Slowest requests")
/* Translators: criteria.criteria[latency].components[tail].reason */
N_("Ten times Go is where people notice a node under load, two fifths is the best seen. The slowest requests of a saturated server mirror its throughput, so their time is damped by a square root.")
/* Translators: criteria.criteria[parallelism].name */
N_("Parallel computation")
/* Translators: criteria.criteria[parallelism].description */
N_("Heavy computation in the process itself: speed of the code, and use of every core.")
/* Translators: criteria.criteria[parallelism].scale.worst */
N_("Eighty times the computing time of Rust, on one core.")
/* Translators: criteria.criteria[parallelism].scale.best */
N_("As fast as the fastest compiled code, on every core.")
/* Translators: criteria.criteria[parallelism].components[speed].name */
N_("Computing time")
/* Translators: criteria.criteria[parallelism].components[speed].unit */
N_("ratio to Rust")
/* Translators: criteria.criteria[parallelism].components[speed].reason */
N_("Rust is one; 80 times is the slowest interpreter measured, 0.7 leaves room above the fastest compiler.")
/* Translators: criteria.criteria[parallelism].components[cores].name */
N_("Cores of one process")
/* Translators: criteria.criteria[parallelism].components[cores].unit */
N_("cores")
/* Translators: criteria.criteria[parallelism].components[cores].reason */
N_("A process bound to one core gains nothing from a larger machine; eight cores are an ordinary server. Only Node.js publishes a number, so the others are taken by their computing time.")
/* Translators: criteria.criteria[connections].name */
N_("Open connections")
/* Translators: criteria.criteria[connections].description */
N_("Long-lived connections that one node holds: chat, streams, live pages, devices.")
/* Translators: criteria.criteria[connections].scale.worst */
N_("A thousand connections; a process or thread is tied up by each.")
/* Translators: criteria.criteria[connections].scale.best */
N_("A million connections and more on one node.")
/* Translators: criteria.criteria[connections].components[open].name */
N_("Connections held")
/* Translators: criteria.criteria[connections].components[open].unit */
N_("connections")
/* Translators: criteria.criteria[connections].components[open].reason */
N_("A thousand is the reach of one process for each connection, a million is what the best runtimes have shown.")
/* Translators: criteria.criteria[scaling].name */
N_("Scaling out")
/* Translators: criteria.criteria[scaling].description */
N_("How far and how quickly capacity follows load by adding instances.")
/* Translators: criteria.criteria[scaling].scale.worst */
N_("One machine, made larger by hand.")
/* Translators: criteria.criteria[scaling].scale.best */
N_("Parts scale alone, by themselves, within seconds.")
/* Translators: criteria.criteria[global_latency].name */
N_("Latency worldwide")
/* Translators: criteria.criteria[global_latency].description */
N_("How fast people far from the data centre are answered.")
/* Translators: criteria.criteria[global_latency].scale.worst */
N_("Every request crosses the world to one place.")
/* Translators: criteria.criteria[global_latency].scale.best */
N_("Answered near the person, data included.")
/* Translators: criteria.criteria[velocity].name */
N_("Development speed")
/* Translators: criteria.criteria[velocity].description */
N_("How soon a first version works, and how fast features follow.")
/* Translators: criteria.criteria[velocity].scale.worst */
N_("Months of groundwork before the first feature.")
/* Translators: criteria.criteria[velocity].scale.best */
N_("A working product in weeks, with sign-in, storage and administration given.")
/* Translators: criteria.criteria[learning].name */
N_("Ease of learning")
/* Translators: criteria.criteria[learning].description */
N_("Time until a capable developer from elsewhere is productive.")
/* Translators: criteria.criteria[learning].scale.worst */
N_("Half a year and more.")
/* Translators: criteria.criteria[learning].scale.best */
N_("A few days.")
/* Translators: criteria.criteria[ecosystem].name */
N_("Ecosystem")
/* Translators: criteria.criteria[ecosystem].description */
N_("Libraries that need not be written, and the attention that the framework gets.")
/* Translators: criteria.criteria[ecosystem].scale.worst */
N_("A few thousand packages, and a framework that few follow.")
/* Translators: criteria.criteria[ecosystem].scale.best */
N_("Millions of packages and one of the most followed frameworks.")
/* Translators: criteria.criteria[ecosystem].components[packages].name */
N_("Packages in the registry")
/* Translators: criteria.criteria[ecosystem].components[packages].unit */
N_("packages")
/* Translators: criteria.criteria[ecosystem].components[packages].reason */
N_("Five thousand packages leave most needs open; npm, the largest registry, stands for the other end. A logarithm, since the next package matters less and less.")
/* Translators: criteria.criteria[ecosystem].components[attention].name */
N_("Stars of the framework")
/* Translators: criteria.criteria[ecosystem].components[attention].unit */
N_("stars")
/* Translators: criteria.criteria[ecosystem].components[attention].reason */
N_("Attention, not use: from a niche project to the most followed frameworks. Hence less than a third of the weight.")
/* Translators: criteria.criteria[simplicity].name */
N_("Simplicity")
/* Translators: criteria.criteria[simplicity].description */
N_("How easily the whole is tested, debugged and kept consistent.")
/* Translators: criteria.criteria[simplicity].scale.worst */
N_("A fault hides between many moving parts.")
/* Translators: criteria.criteria[simplicity].scale.best */
N_("One program, one transaction, one debugger.")
/* Translators: criteria.criteria[evolvability].name */
N_("Room to change")
/* Translators: criteria.criteria[evolvability].description */
N_("How cheaply the design turns into another when the product does.")
/* Translators: criteria.criteria[evolvability].scale.worst */
N_("A rewrite.")
/* Translators: criteria.criteria[evolvability].scale.best */
N_("Parts are moved out or back within days.")
/* Translators: criteria.criteria[ai_sdks].name */
N_("Calling AI models")
/* Translators: criteria.criteria[ai_sdks].description */
N_("Official SDKs for models, agents and the clouds that host them.")
/* Translators: criteria.criteria[ai_sdks].scale.worst */
N_("No official SDK; every call is written by hand.")
/* Translators: criteria.criteria[ai_sdks].scale.best */
N_("Official SDKs of practically every provider.")
/* Translators: criteria.criteria[ai_sdks].components[openai].name */
N_("OpenAI")
/* Translators: criteria.criteria[ai_sdks].components[openai].unit */
N_("yes or no")
/* Translators: criteria.criteria[ai_sdks].components[openai].reason */
N_("One of five building blocks that most AI products call; there is an official SDK or there is none.")
/* Translators: criteria.criteria[ai_sdks].components[anthropic].name */
N_("Anthropic")
/* Translators: criteria.criteria[ai_sdks].components[google-genai].name */
N_("Google Gen AI")
/* Translators: criteria.criteria[ai_sdks].components[bedrock].name */
N_("AWS Bedrock")
/* Translators: criteria.criteria[ai_sdks].components[mcp].name */
N_("Model Context Protocol")
/* Translators: criteria.criteria[ai_sdks].components[mcp].reason */
N_("The protocol by which agents reach tools; there is an official SDK or there is none.")
/* Translators: criteria.criteria[ai_sdks].components[providers].name */
N_("Providers with an SDK")
/* Translators: criteria.criteria[ai_sdks].components[providers].unit */
N_("of 19 providers")
/* Translators: criteria.criteria[ai_sdks].components[providers].reason */
N_("Each provider with an SDK saves the same work; sixteen of the nineteen cover practically the market.")
/* Translators: criteria.criteria[ai_libraries].name */
N_("AI and data libraries")
/* Translators: criteria.criteria[ai_libraries].description */
N_("Training, serving, retrieval and data work inside the stack itself.")
/* Translators: criteria.criteria[ai_libraries].scale.worst */
N_("Nothing to build on; such work needs another language.")
/* Translators: criteria.criteria[ai_libraries].scale.best */
N_("The language in which the field itself works.")
/* Translators: criteria.criteria[ai_libraries].components[attention].name */
N_("AI among leading projects")
/* Translators: criteria.criteria[ai_libraries].components[attention].unit */
N_("of 100")
/* Translators: criteria.criteria[ai_libraries].components[attention].reason */
N_("How many of the 100 most followed projects of the language are about AI: where its community works, not how deep it is. The first dozen covers the common needs, so the scale rises faster there.")
/* Translators: criteria.criteria[ai_libraries].components[module].name */
N_("AI module of the framework")
/* Translators: criteria.criteria[ai_libraries].components[module].reason */
N_("A module that is generally available and kept by the framework itself saves glue code.")
/* Translators: criteria.criteria[agent_fit].name */
N_("Fit for agents")
/* Translators: criteria.criteria[agent_fit].description */
N_("Long, asynchronous work of several agents: queues, retries, state, supervision.")
/* Translators: criteria.criteria[agent_fit].scale.worst */
N_("Requests must end within seconds; nothing outlives them.")
/* Translators: criteria.criteria[agent_fit].scale.best */
N_("Long-running work is queued, resumed, supervised and traced.")
/* Translators: criteria.criteria[talent_pool].name */
N_("Talent pool")
/* Translators: criteria.criteria[talent_pool].description */
N_("People who work with the language and the framework.")
/* Translators: criteria.criteria[talent_pool].scale.worst */
N_("One professional in a hundred, and no framework that anybody names.")
/* Translators: criteria.criteria[talent_pool].scale.best */
N_("Two professionals in three, with a framework that a quarter of them use.")
/* Translators: criteria.criteria[talent_pool].components[language].name */
N_("Use of the language")
/* Translators: criteria.criteria[talent_pool].components[language].unit */
N_("% of professionals")
/* Translators: criteria.criteria[talent_pool].components[language].reason */
N_("One in a hundred is the edge of what the survey sees, two in three is about the most used language. A logarithm: twice the people is the same step everywhere.")
/* Translators: criteria.criteria[talent_pool].components[framework].name */
N_("Use of the framework")
/* Translators: criteria.criteria[talent_pool].components[framework].reason */
N_("From the edge of the survey to a quarter of all professionals, which only general platforms exceed.")
/* Translators: criteria.criteria[talent_pool].components[accounts].name */
N_("Accounts pushing code")
/* Translators: criteria.criteria[talent_pool].components[accounts].unit */
N_("accounts")
/* Translators: criteria.criteria[talent_pool].components[accounts].reason */
N_("Five thousand accounts worldwide are a village; the most used language of the latest count stands for the other end.")
/* Translators: criteria.criteria[time_to_hire].name */
N_("Time to hire")
/* Translators: criteria.criteria[time_to_hire].description */
N_("Weeks until a senior developer signs; the size of the pool where nobody publishes weeks.")
/* Translators: criteria.criteria[time_to_hire].scale.worst */
N_("Three months and more for one position.")
/* Translators: criteria.criteria[time_to_hire].scale.best */
N_("A week or two.")
/* Translators: criteria.criteria[time_to_hire].components[weeks].name */
N_("Weeks quoted")
/* Translators: criteria.criteria[time_to_hire].components[weeks].unit */
N_("weeks")
/* Translators: criteria.criteria[time_to_hire].components[weeks].reason */
N_("Nobody signs within a week; 13.6 weeks are the 95 days that recruiters report over all technologies. Each week costs the same.")
/* Translators: criteria.criteria[time_to_hire].components[pool].name */
N_("Pool to hire from")
/* Translators: criteria.criteria[time_to_hire].components[pool].reason */
N_("A large pool shortens a search but does not end it, and a small one has fewer competing employers: hence 30 to 75 only.")
/* Translators: criteria.criteria[salary_cost].name */
N_("Salary cost")
/* Translators: criteria.criteria[salary_cost].description */
N_("Yearly pay of the people, higher where pay is lower.")
/* Translators: criteria.criteria[salary_cost].scale.worst */
N_("Pay as in the best paid niches.")
/* Translators: criteria.criteria[salary_cost].scale.best */
N_("Pay as in the least paid of the widespread languages.")
/* Translators: criteria.criteria[salary_cost].components[world].name */
N_("Median pay, worldwide")
/* Translators: criteria.criteria[salary_cost].components[world].unit */
N_("USD a year")
/* Translators: criteria.criteria[salary_cost].components[world].reason */
N_("Linear, since each dollar costs the same. From below the least paid language of the survey to above the best paid; where people live weighs in these medians.")
/* Translators: criteria.criteria[salary_cost].components[us-senior].name */
N_("Senior pay, United States")
/* Translators: criteria.criteria[salary_cost].components[us-senior].reason */
N_("The same country for all takes geography out; the ends lie outside the range of quotes.")
/* Translators: criteria.criteria[satisfaction].name */
N_("Developer satisfaction")
/* Translators: criteria.criteria[satisfaction].description */
N_("How many of its users want to go on with it, since such people stay and attract others.")
/* Translators: criteria.criteria[satisfaction].scale.worst */
N_("Four in five of its users want to leave it.")
/* Translators: criteria.criteria[satisfaction].scale.best */
N_("Four in five of its users want to go on with it.")
/* Translators: criteria.criteria[satisfaction].components[language].name */
N_("Users of the language")
/* Translators: criteria.criteria[satisfaction].components[language].unit */
N_("% who want to go on")
/* Translators: criteria.criteria[satisfaction].components[language].reason */
N_("From one user in five to four in five, which is as far as the languages of the survey reach. Each user counts the same, so the scale is straight.")
/* Translators: criteria.criteria[satisfaction].components[framework].name */
N_("Users of the framework")
/* Translators: criteria.criteria[satisfaction].components[framework].reason */
N_("The same question about frameworks and platforms, on the same scale.")
/* Translators: criteria.criteria[team_fit].name */
N_("Fit for the team size")
/* Translators: criteria.criteria[team_fit].description */
N_("How well the design suits the number of people; the value is for 10 to 30 engineers.")
/* Translators: criteria.criteria[team_fit].scale.worst */
N_("The design fights the team: too many parts or too few.")
/* Translators: criteria.criteria[team_fit].scale.best */
N_("Each team owns what it changes, and nothing more.")
/* Translators: criteria.criteria[security].name */
N_("Security by design")
/* Translators: criteria.criteria[security].description */
N_("Memory safety, types, and what the framework protects without being asked.")
/* Translators: criteria.criteria[security].scale.worst */
N_("Memory errors, no types and no defaults.")
/* Translators: criteria.criteria[security].scale.best */
N_("Memory-safe, strictly typed and protected by default.")
/* Translators: criteria.criteria[package_safety].name */
N_("Package safety")
/* Translators: criteria.criteria[package_safety].description */
N_("How rarely malicious packages are found in the registry that the stack builds on.")
/* Translators: criteria.criteria[package_safety].scale.worst */
N_("Hundreds of thousands of malicious packages found.")
/* Translators: criteria.criteria[package_safety].scale.best */
N_("A few dozen found in eight years.")
/* Translators: criteria.criteria[package_safety].components[malicious].name */
N_("Malicious packages found")
/* Translators: criteria.criteria[package_safety].components[malicious].unit */
N_("packages since 2018")
/* Translators: criteria.criteria[package_safety].components[malicious].reason */
N_("Thirty in eight years is what the cleanest registries show; three hundred thousand are a hundred a day. A logarithm, since the counts span four powers of ten.")
/* Translators: criteria.criteria[support].name */
N_("Maturity and support")
/* Translators: criteria.criteria[support].description */
N_("How long the release that one builds on gets fixes without paying, and how sure the future of the project is.")
/* Translators: criteria.criteria[support].scale.worst */
N_("Releases end within a quarter, or nobody has promised anything.")
/* Translators: criteria.criteria[support].scale.best */
N_("Seven years of fixes for one release.")
/* Translators: criteria.criteria[support].components[long-term].name */
N_("Long-term release")
/* Translators: criteria.criteria[support].components[long-term].unit */
N_("months")
/* Translators: criteria.criteria[support].components[long-term].reason */
N_("A quarter is no time to plan an upgrade, seven years outlast most products. Only what is free counts; a rule adds what is bought. Without a long-term release the value is a judgement.")
/* Translators: criteria.criteria[support].components[regular].name */
N_("Regular release")
/* Translators: criteria.criteria[support].components[regular].reason */
N_("The same scale for what one gets without choosing a long-term release.")
/* Translators: criteria.criteria[compliance].name */
N_("Compliance")
/* Translators: criteria.criteria[compliance].description */
N_("How readily auditors of finance, health and government accept it.")
/* Translators: criteria.criteria[compliance].scale.worst */
N_("No precedent, no certified modules, short support.")
/* Translators: criteria.criteria[compliance].scale.best */
N_("A vendor contract, support of five years and more, certified modules.")
/* Translators: criteria.criteria[fault_isolation].name */
N_("Fault isolation")
/* Translators: criteria.criteria[fault_isolation].description */
N_("How much of the system survives the failure of one part.")
/* Translators: criteria.criteria[fault_isolation].scale.worst */
N_("One fault takes everything down.")
/* Translators: criteria.criteria[fault_isolation].scale.best */
N_("A fault stays in its part and heals by itself.")
/* Translators: criteria.criteria[operations].name */
N_("Ease of operation")
/* Translators: criteria.criteria[operations].description */
N_("How little work it takes to deploy, run, tune and upgrade.")
/* Translators: criteria.criteria[operations].scale.worst */
N_("Home-made builds, tuning and frequent forced upgrades.")
/* Translators: criteria.criteria[operations].scale.best */
N_("Nothing to run, or one small binary.")
/* Translators: criteria.criteria[cold_start].name */
N_("Cold start")
/* Translators: criteria.criteria[cold_start].description */
N_("Time from launch to the first answer, and how far it is out of the way.")
/* Translators: criteria.criteria[cold_start].scale.worst */
N_("Twelve seconds.")
/* Translators: criteria.criteria[cold_start].scale.best */
N_("Twelve milliseconds.")
/* Translators: criteria.criteria[cold_start].components[framework].name */
N_("Start with the framework")
/* Translators: criteria.criteria[cold_start].components[framework].unit */
N_("ms")
/* Translators: criteria.criteria[cold_start].components[framework].reason */
N_("Twelve milliseconds go unnoticed, twelve seconds lose the person. A logarithm, since each halving is felt alike.")
/* Translators: criteria.criteria[cold_start].components[runtime].name */
N_("Start of the bare runtime")
/* Translators: criteria.criteria[cold_start].components[runtime].reason */
N_("The same scale for the runtime alone: the lower bound on a cloud function, hence a quarter of the weight.")
/* Translators: criteria.criteria[cost_spiky].name */
N_("Cost at spiky load")
/* Translators: criteria.criteria[cost_spiky].description */
N_("What it costs to be ready for a load that comes and goes.")
/* Translators: criteria.criteria[cost_spiky].scale.worst */
N_("Paid for around the clock, used for an hour.")
/* Translators: criteria.criteria[cost_spiky].scale.best */
N_("Paid for by use, nothing at rest.")
/* Translators: criteria.criteria[cost_steady].name */
N_("Cost at steady load")
/* Translators: criteria.criteria[cost_steady].description */
N_("What a high and even load costs.")
/* Translators: criteria.criteria[cost_steady].scale.worst */
N_("Each request is billed at many times its machine time.")
/* Translators: criteria.criteria[cost_steady].scale.best */
N_("Full machines at the plain price.")
/* Translators: criteria.criteria[freedom].name */
N_("Freedom from lock-in")
/* Translators: criteria.criteria[freedom].description */
N_("How free one stays of one vendor, licence or maintainer.")
/* Translators: criteria.criteria[freedom].scale.worst */
N_("One vendor’s service holds the data, the rules and the bill.")
/* Translators: criteria.criteria[freedom].scale.best */
N_("Several independent implementations under an open licence.")
/* Translators: criteria.criteria[cloud_support].name */
N_("Cloud support")
/* Translators: criteria.criteria[cloud_support].description */
N_("What AWS, Azure and Google Cloud offer for the language by themselves: an SDK, and functions.")
/* Translators: criteria.criteria[cloud_support].scale.worst */
N_("No official SDK, and every function needs a runtime of one’s own.")
/* Translators: criteria.criteria[cloud_support].scale.best */
N_("An official SDK, and functions in all three clouds.")
/* Translators: criteria.criteria[cloud_support].components[aws-sdk].name */
N_("Official AWS SDK")
/* Translators: criteria.criteria[cloud_support].components[aws-sdk].reason */
N_("Without an SDK each service is called by requests written by hand.")
/* Translators: criteria.criteria[cloud_support].components[lambda].name */
N_("Managed Lambda runtime")
/* Translators: criteria.criteria[cloud_support].components[lambda].reason */
N_("Without a managed runtime a custom one or an image still works: half the way.")
/* Translators: criteria.criteria[cloud_support].components[azure].name */
N_("Azure Functions")
/* Translators: criteria.criteria[cloud_support].components[azure].reason */
N_("Without native support a custom handler still works: half the way.")
/* Translators: criteria.criteria[cloud_support].components[google].name */
N_("Cloud Run functions")
/* Translators: criteria.criteria[cloud_support].components[google].reason */
N_("Without a runtime a container still works: half the way.")
/* Translators: criteria.criteria[compute_efficiency].name */
N_("Energy of computing")
/* Translators: criteria.criteria[compute_efficiency].description */
N_("Energy and processor time for the same computation; the two repeat each other and count once.")
/* Translators: criteria.criteria[compute_efficiency].scale.worst */
N_("Ninety times the energy of Rust.")
/* Translators: criteria.criteria[compute_efficiency].scale.best */
N_("As little as the most frugal compiled code.")
/* Translators: criteria.criteria[compute_efficiency].components[energy].name */
N_("Energy and computing time")
/* Translators: criteria.criteria[compute_efficiency].components[energy].reason */
N_("Rust is one; 90 times is beyond the hungriest interpreter measured. Joules and seconds share one scale, since energy follows run time.")
/* Translators: criteria.criteria[memory].name */
N_("Memory")
/* Translators: criteria.criteria[memory].description */
N_("Memory of a running service, at rest and under load: machines, and the bill.")
/* Translators: criteria.criteria[memory].scale.worst */
N_("More than a gigabyte for one service.")
/* Translators: criteria.criteria[memory].scale.best */
N_("Six megabytes.")
/* Translators: criteria.criteria[memory].components[load].name */
N_("Under load")
/* Translators: criteria.criteria[memory].components[load].unit */
N_("MB")
/* Translators: criteria.criteria[memory].components[load].reason */
N_("Six megabytes are the smallest service measured, 1,200 leave few services on a node. A logarithm, since each halving doubles what fits.")
/* Translators: criteria.criteria[memory].components[rest].name */
N_("At rest")
/* Translators: criteria.criteria[memory].components[rest].reason */
N_("The same scale at rest, where most services spend most of their time.")
/* Translators: criteria.uncertainty.reason */
N_("Sixty per cent of the way to the worst and best figure, three points for reading, five more below three figures, more for missing parts, for age and for figures of low confidence.")
/* Translators: criteria.correlations[0].reason */
N_("A large pool is also a quick one; both use the same count of professionals.")
/* Translators: criteria.correlations[1].reason */
N_("A node that answers more requests answers each sooner; several figures come from one run.")
/* Translators: criteria.correlations[2].reason */
N_("Both rest on the same computations: energy follows run time.")
/* Translators: criteria.correlations[3].reason */
N_("Faster code answers bare requests faster, but the database decides the rest.")
/* Translators: criteria.correlations[4].reason */
N_("What is loaded at start has to be read and kept.")
/* Translators: criteria.correlations[5].reason */
N_("Providers and authors of libraries go where the people are.")
/* Translators: criteria.correlations[6].reason */
N_("What is learnt quickly is usually written quickly.")
/* Translators: criteria.correlations[7].reason */
N_("More people write more packages.")
/* Translators: criteria.correlations[8].reason */
N_("People like to work with what lets them finish their work.")
/* Translators: criteria.correlations[9].reason */
N_("Vendors write SDKs for the same few languages; the AWS SDK is part of both.")
/* Translators: criteria.correlations[10].reason */
N_("Clouds support what many people write.")
/* Translators: criteria.correlations[11].reason */
N_("Auditors ask for long support first.")
/* Translators: criteria.correlations[12].reason */
N_("Safe defaults and certified modules come from the same vendors.")
/* Translators: criteria.families.reason */
N_("Frameworks of one language share its runtime, its people and its packages, so an error in one is mostly an error in all.")
/* Translators: facts.groups[product].name */
N_("Product")
/* Translators: facts.groups[team].name */
N_("Team")
/* Translators: facts.groups[operations].name */
N_("Load and Operations")
/* Translators: facts.groups[constraints].name */
N_("Constraints")
/* Translators: facts.facts[stage].name */
N_("Stage")
/* Translators: facts.facts[stage].description */
N_("How far the product has come: before and just after its first release, growing, or established with customers who rely on it.")
/* Translators: facts.facts[stage].choices[mvp].name */
N_("First version")
/* Translators: facts.facts[stage].choices[growth].name */
N_("Growing")
/* Translators: facts.facts[stage].choices[established].name */
N_("Established")
/* Translators: facts.facts[saas].name */
N_("Software as a Service")
/* Translators: facts.facts[saas].description */
N_("Customers use the product in the browser and pay by subscription, the ordinary web business.")
/* Translators: facts.facts[realtime].name */
N_("Real-Time Collaboration")
/* Translators: facts.facts[realtime].description */
N_("Chat, live editing, presence or streaming: what one user does must reach others at once.")
/* Translators: facts.facts[content_commerce].name */
N_("Content Site or Shop")
/* Translators: facts.facts[content_commerce].description */
N_("Pages, articles or goods on offer make up most of the product, and most requests only read.")
/* Translators: facts.facts[mobile_app].name */
N_("Mobile App")
/* Translators: facts.facts[mobile_app].description */
N_("The main client is an app on the phone, and the back end serves it through an API.")
/* Translators: facts.facts[react_front_end].name */
N_("React Front End")
/* Translators: facts.facts[react_front_end].description */
N_("The web client is written with React or Next.js, so logic and types could be shared with the server.")
/* Translators: facts.facts[react_native].name */
N_("React Native Client")
/* Translators: facts.facts[react_native].description */
N_("The mobile client is written with React Native, in JavaScript or TypeScript.")
/* Translators: facts.facts[ai_core].name */
N_("AI or Data at the Core")
/* Translators: facts.facts[ai_core].description */
N_("Machine learning, model inference or heavy data processing is the value that customers pay for.")
/* Translators: facts.facts[agents_planned].name */
N_("AI Agents or RAG Planned")
/* Translators: facts.facts[agents_planned].description */
N_("Retrieval-augmented generation or autonomous agents are on the roadmap, so the back end will orchestrate models.")
/* Translators: facts.facts[banking].name */
N_("Banking or Payments")
/* Translators: facts.facts[banking].description */
N_("The product moves or keeps money: banking, insurance, payments or trading.")
/* Translators: facts.facts[enterprise_web].name */
N_("Business Web Application")
/* Translators: facts.facts[enterprise_web].description */
N_("Forms, workflows and reports for the staff of large companies, with roles, directories and audits.")
/* Translators: facts.facts[enterprise_systems].name */
N_("Oracle, SAP or IBM Links")
/* Translators: facts.facts[enterprise_systems].description */
N_("The product must exchange data with enterprise systems such as Oracle, SAP or IBM software.")
/* Translators: facts.facts[games].name */
N_("Game Back End")
/* Translators: facts.facts[games].description */
N_("The back end serves a game: sessions, matchmaking, live state and peaks at every release.")
/* Translators: facts.facts[team_size].name */
N_("Engineers")
/* Translators: facts.facts[team_size].description */
N_("How many engineers will work on the back end within the next year.")
/* Translators: facts.facts[team_size].unit */
N_("engineers")
/* Translators: facts.facts[teams].name */
N_("Teams")
/* Translators: facts.facts[teams].description */
N_("How many teams will own separate parts of the back end within the next year.")
/* Translators: facts.facts[teams].unit */
N_("teams")
/* Translators: facts.facts[team_language].name */
N_("Language Known Best")
/* Translators: facts.facts[team_language].description */
N_("The language in which most of the engineers are at home today.")
/* Translators: facts.facts[team_language].choices[mixed].name */
N_("Mixed or none")
/* Translators: facts.facts[team_language].choices[javascript].name */
N_("JavaScript or TypeScript")
/* Translators: facts.facts[team_language].choices[python].name */
N_("Python")
/* Translators: facts.facts[team_language].choices[jvm].name */
N_("Java or Kotlin")
/* Translators: facts.facts[team_language].choices[dotnet].name */
N_("C#")
/* Translators: facts.facts[team_language].choices[go].name */
N_("Go")
/* Translators: facts.facts[team_language].choices[php].name */
N_("PHP")
/* Translators: facts.facts[team_language].choices[ruby].name */
N_("Ruby")
/* Translators: facts.facts[team_language].choices[rust].name */
N_("Rust")
/* Translators: facts.facts[team_language].choices[cpp].name */
N_("C++")
/* Translators: facts.facts[team_language].choices[elixir].name */
N_("Elixir")
/* Translators: facts.facts[team_language].choices[haskell].name */
N_("Haskell")
/* Translators: facts.facts[devops].name */
N_("DevOps Practice")
/* Translators: facts.facts[devops].description */
N_("How much of delivery is automated and observed: nothing yet, pipelines and tests, or a platform with full observability.")
/* Translators: facts.facts[devops].choices[none].name */
N_("None yet")
/* Translators: facts.facts[devops].choices[basic].name */
N_("Pipelines and tests")
/* Translators: facts.facts[devops].choices[mature].name */
N_("Automated and observed")
/* Translators: facts.facts[hire_fast].name */
N_("Fast Hiring")
/* Translators: facts.facts[hire_fast].description */
N_("The team must at least double within a year, or relies on staff augmentation.")
/* Translators: facts.facts[agency].name */
N_("Agency or Freelancers")
/* Translators: facts.facts[agency].description */
N_("An agency or freelancers build the product and hand it over.")
/* Translators: facts.facts[io_bound].name */
N_("Mostly Waiting on I/O")
/* Translators: facts.facts[io_bound].description */
N_("Requests spend most of their time waiting for databases and other services, not computing.")
/* Translators: facts.facts[cpu_heavy].name */
N_("Heavy Computation")
/* Translators: facts.facts[cpu_heavy].description */
N_("The back end itself encodes video, runs inference, encrypts or simulates while users wait.")
/* Translators: facts.facts[worker_split].name */
N_("Workers for Heavy Jobs")
/* Translators: facts.facts[worker_split].description */
N_("Heavy jobs will run in worker threads, worker processes or a service of their own, outside the request.")
/* Translators: facts.facts[high_scale].name */
N_("High-Scale Services")
/* Translators: facts.facts[high_scale].description */
N_("Raw performance decides: high-throughput services, cloud infrastructure, gateways or hot paths.")
/* Translators: facts.facts[many_connections].name */
N_("Very Many Connections")
/* Translators: facts.facts[many_connections].description */
N_("Hundreds of thousands of clients or devices stay connected at the same time.")
/* Translators: facts.facts[uneven_scaling].name */
N_("Uneven Scaling Needs")
/* Translators: facts.facts[uneven_scaling].description */
N_("One part of the system needs many times the resources of the others, as transcoding does beside login.")
/* Translators: facts.facts[load].name */
N_("Load Shape")
/* Translators: facts.facts[load].description */
N_("How requests arrive: a modest load, long quiet spells with sudden peaks, or a high load all day.")
/* Translators: facts.facts[load].choices[modest].name */
N_("Modest")
/* Translators: facts.facts[load].choices[spiky].name */
N_("Quiet with peaks")
/* Translators: facts.facts[load].choices[steady].name */
N_("High and steady")
/* Translators: facts.facts[global_users].name */
N_("Worldwide Low Latency")
/* Translators: facts.facts[global_users].description */
N_("Users on several continents must get their answers within tens of milliseconds.")
/* Translators: facts.facts[long_jobs].name */
N_("Long or Large Jobs")
/* Translators: facts.facts[long_jobs].description */
N_("Single jobs run longer than 15 minutes, or need more memory or larger packages than functions are given.")
/* Translators: facts.facts[regulated].name */
N_("Regulated Industry")
/* Translators: facts.facts[regulated].description */
N_("Finance, health, insurance or the public sector: auditors ask for controls, support and a record.")
/* Translators: facts.facts[safety_critical].name */
N_("Safety and Speed Critical")
/* Translators: facts.facts[safety_critical].description */
N_("A memory error or a missed deadline would be a disaster: exchanges, embedded devices, control systems.")
/* Translators: facts.facts[microsoft].name */
N_("Microsoft or Azure House")
/* Translators: facts.facts[microsoft].description */
N_("The organisation runs on Microsoft: Azure, Active Directory, Windows and people who know them.")
/* Translators: facts.facts[on_premises].name */
N_("On-Premises Hosting")
/* Translators: facts.facts[on_premises].description */
N_("Everything must run in data centres of one’s own, without services of a cloud provider.")
/* Translators: facts.facts[serverless].name */
N_("Serverless Only")
/* Translators: facts.facts[serverless].description */
N_("Nobody is there to run servers: only functions and services that a provider runs and scales may be used.")
/* Translators: facts.facts[native_images].name */
N_("GraalVM Native Images")
/* Translators: facts.facts[native_images].description */
N_("Services on the JVM will be compiled to native images ahead of time.")
/* Translators: facts.facts[spring_support].name */
N_("Paid Spring Support")
/* Translators: facts.facts[spring_support].description */
N_("A support contract for Spring is in place or will be bought.")
/* Translators: facts.facts[sustainability].name */
N_("Sustainability Target")
/* Translators: facts.facts[sustainability].description */
N_("There is a target for energy, carbon or hardware, and it will be measured.")
/* Translators: profiles.profiles[general].name */
N_("General Product")
/* Translators: profiles.profiles[general].summary */
N_("A balanced start for a product without special needs")
/* Translators: profiles.profiles[general].assumes */
N_("A young product, one team of about seven, pipelines and tests, a modest load and no special constraints.")
/* Translators: profiles.profiles[early-saas].name */
N_("Early SaaS")
/* Translators: profiles.profiles[early-saas].summary */
N_("A standard subscription product on its way to the first customers")
/* Translators: profiles.profiles[early-saas].assumes */
N_("One team in its first months, a React front end, little money, and speed of iteration above everything.")
/* Translators: profiles.profiles[ai-saas].name */
N_("AI-Driven SaaS")
/* Translators: profiles.profiles[ai-saas].summary */
N_("A subscription product whose value is an AI model or its data")
/* Translators: profiles.profiles[ai-saas].assumes */
N_("Models and data are the core, retrieval or agents are on the roadmap, and one team builds it.")
/* Translators: profiles.profiles[agents-platform].name */
N_("Agents Platform")
/* Translators: profiles.profiles[agents-platform].summary */
N_("Several AI agents that work together, check and answer as one")
/* Translators: profiles.profiles[agents-platform].assumes */
N_("Long runs of many steps, models called through providers, and a team that automates its operations.")
/* Translators: profiles.profiles[realtime-collaboration].summary */
N_("Chat, live editing or streaming in the browser")
/* Translators: profiles.profiles[realtime-collaboration].assumes */
N_("Many open connections, shared logic with a React client, one growing team.")
/* Translators: profiles.profiles[mobile-mvp].name */
N_("Mobile First Version")
/* Translators: profiles.profiles[mobile-mvp].summary */
N_("The first version of an app, in weeks")
/* Translators: profiles.profiles[mobile-mvp].assumes */
N_("A handful of people who know the phone better than the server, and few users to begin with.")
/* Translators: profiles.profiles[content-commerce-agency].name */
N_("Content or Shop by Agency")
/* Translators: profiles.profiles[content-commerce-agency].summary */
N_("A content site or shop, built by an agency or freelancers")
/* Translators: profiles.profiles[content-commerce-agency].assumes */
N_("Fixed price, quick delivery, hand-over to others, and pages that a cache can serve.")
/* Translators: profiles.profiles[fintech-regulated].name */
N_("Regulated Fintech")
/* Translators: profiles.profiles[fintech-regulated].summary */
N_("Payments, banking or insurance under audit")
/* Translators: profiles.profiles[fintech-regulated].assumes */
N_("Money is moved, auditors come every year, support is bought, and strict patterns are wanted.")
/* Translators: profiles.profiles[microsoft-enterprise].name */
N_("Microsoft Enterprise")
/* Translators: profiles.profiles[microsoft-enterprise].summary */
N_("A business application in a Microsoft or Azure house")
/* Translators: profiles.profiles[microsoft-enterprise].assumes */
N_("Azure, its directory and people who know C# are there, and the application will live for years.")
/* Translators: profiles.profiles[enterprise-integration].name */
N_("Enterprise Integration")
/* Translators: profiles.profiles[enterprise-integration].summary */
N_("Links between Oracle, SAP, IBM and new services")
/* Translators: profiles.profiles[enterprise-integration].assumes */
N_("Long-lived systems, formal support and many interfaces, kept by several teams.")
/* Translators: profiles.profiles[high-scale-services].summary */
N_("Services or cloud infrastructure where raw performance decides")
/* Translators: profiles.profiles[high-scale-services].assumes */
N_("Several teams with a mature platform, high load all day, and parts that scale apart.")
/* Translators: profiles.profiles[cpu-heavy-media].name */
N_("Media Processing")
/* Translators: profiles.profiles[cpu-heavy-media].summary */
N_("Video, images or simulation that keep every core busy")
/* Translators: profiles.profiles[cpu-heavy-media].assumes */
N_("Heavy jobs of very different size, some of them long, next to an ordinary API.")
/* Translators: profiles.profiles[mission-critical-systems].name */
N_("Mission-Critical Systems")
/* Translators: profiles.profiles[mission-critical-systems].summary */
N_("Exchanges, devices and control systems that must not fail")
/* Translators: profiles.profiles[mission-critical-systems].assumes */
N_("Memory safety and speed outweigh the time that development takes and the search for people.")
/* Translators: profiles.profiles[data-platform].name */
N_("Data Platform")
/* Translators: profiles.profiles[data-platform].summary */
N_("Pipelines, analytics and models on much data")
/* Translators: profiles.profiles[data-platform].assumes */
N_("Batch and streams, notebooks turned into products, and engineers who think in data.")
/* Translators: profiles.profiles[game-back-end].summary */
N_("Sessions, matchmaking and live state for a game")
/* Translators: profiles.profiles[game-back-end].assumes */
N_("Peaks at every release, answers within a frame and many players at once.")
/* Translators: profiles.profiles[iot-fleet].name */
N_("Fleet of Devices")
/* Translators: profiles.profiles[iot-fleet].summary */
N_("Very many devices that stay connected and report")
/* Translators: profiles.profiles[iot-fleet].assumes */
N_("Small messages without pause, cheap concurrency, and peaks after every outage.")
/* Translators: profiles.profiles[green-backend].name */
N_("Frugal and Green")
/* Translators: profiles.profiles[green-backend].summary */
N_("A target for energy, carbon or hardware that is measured")
/* Translators: profiles.profiles[green-backend].assumes */
N_("An ordinary product whose owner counts machines and watts.")
/* Translators: profiles.profiles[public-sector-on-premises].name */
N_("Public Sector On-Premises")
/* Translators: profiles.profiles[public-sector-on-premises].summary */
N_("A service for the public in data centres of one’s own")
/* Translators: profiles.profiles[public-sector-on-premises].assumes */
N_("Rules on data, tenders, long support and no services from a cloud provider.")
/* Translators: profiles.profiles[spiky-serverless].name */
N_("Functions for Peaks")
/* Translators: profiles.profiles[spiky-serverless].summary */
N_("Quiet most of the day, sudden peaks, nobody to run servers")
/* Translators: profiles.profiles[spiky-serverless].assumes */
N_("A small team without operations that lets a provider run and scale its functions.")
/* Translators: technologies.technologies[nodejs-nestjs].name */
N_("Node.js · NestJS")
/* Translators: technologies.technologies[nodejs-nestjs].summary */
N_("TypeScript on Node.js with modules, controllers and services laid down by the framework: one language from the database to the browser.")
/* Translators: technologies.technologies[nodejs-nestjs].strengths */
N_("One language and shared types for front end and back end.")
/* Translators: technologies.technologies[nodejs-nestjs].strengths */
N_("The largest registry of packages, and 12 of 19 AI providers ship an SDK.")
/* Translators: technologies.technologies[nodejs-nestjs].strengths */
N_("Strong on streaming, chat, gateways and other work that waits.")
/* Translators: technologies.technologies[nodejs-nestjs].strengths */
N_("The framework imposes a structure that grows with the team.")
/* Translators: technologies.technologies[nodejs-nestjs].weaknesses */
N_("Heavy computation blocks the one thread; it needs worker threads or a service of its own.")
/* Translators: technologies.technologies[nodejs-nestjs].weaknesses */
N_("On the default Express adapter it answers a third of what it does on Fastify.")
/* Translators: technologies.technologies[nodejs-nestjs].weaknesses */
N_("Nine in ten malicious packages found are on npm.")
/* Translators: technologies.technologies[nodejs-nestjs].weaknesses */
N_("NestJS publishes no support policy.")
/* Translators: technologies.technologies[nodejs-nestjs].best_for */
N_("Real-time collaboration and streaming")
/* Translators: technologies.technologies[nodejs-nestjs].best_for */
N_("Single-page applications with a shared code base")
/* Translators: technologies.technologies[nodejs-nestjs].best_for */
N_("Functions on a cloud")
/* Translators: technologies.technologies[nodejs-nestjs].best_for */
N_("The API layer of an AI product")
/* Translators: technologies.technologies[nodejs-nestjs].values.connections.reason */
N_("One event loop holds many idle connections cheaply, but one core serves them all; scaled by processes.")
/* Translators: technologies.technologies[nodejs-nestjs].values.velocity.reason */
N_("One language with the front end, and structure, checks and documentation given; modules and decorators take some setting up, sign-in and administration are chosen by the team.")
/* Translators: technologies.technologies[nodejs-nestjs].values.learning.reason */
N_("Two in three professionals know JavaScript; dependency injection and decorators come on top.")
/* Translators: technologies.technologies[nodejs-nestjs].values.security.reason */
N_("Memory-safe and typed as far as the compiler sees; guards and checks of input are there, sign-in is added.")
/* Translators: technologies.technologies[nodejs-nestjs].values.compliance.reason */
N_("Long-term releases of Node.js of three years and a foundation behind it; the supply chain needs controls of its own, and NestJS promises nothing.")
/* Translators: technologies.technologies[nodejs-nestjs].values.operations.reason */
N_("A runtime and a process manager; a bare function starts in 138 ms and takes 76 MB, and packages need patching often.")
/* Translators: technologies.technologies[nodejs-nestjs].values.cold_start.reason */
N_("Estimated: the bare runtime starts in 142 ms, Express in 200 to 500 ms; modules and decorators come on top. Not measured with the framework.")
/* Translators: technologies.technologies[nodejs-nestjs].values.memory.reason */
N_("Estimated above Fastify (59 MB under load) and Express (50 to 55 MB at rest), since the framework loads more. Not measured.")
/* Translators: technologies.technologies[nodejs-nestjs].values.freedom.reason */
N_("MIT licence, the runtime belongs to a foundation, and several other runtimes exist.")
/* Translators: technologies.technologies[nodejs-nestjs].hiring_outlook */
N_("A very large pool: about half of all professionals write TypeScript or run Node.js, 7 % use NestJS. No independent figure on weeks exists, so the size of the pool stands in.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[0].claim */
N_("Fast on input and output; heavy computation blocks the one thread.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[0].data */
N_("With Fastify within 5 % of Go on calls for one record; Node.js documents one core for each process, though its computing time is only twice that of Rust.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[1].claim */
N_("NestJS is to be preferred to bare Express.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[1].data */
N_("Structure is a judgement. In speed it holds on the Fastify adapter only: 51,438 requests a second against 22,037 for Express, but 16,640 on the default adapter. Half of the users of either want to go on.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[2].claim */
N_("npm is the largest registry of packages.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[2].data */
N_("5.5 million names, seven times PyPI; but only 227,000 see real use, and about nine in ten malicious packages found are on npm.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[3].claim */
N_("JavaScript and TypeScript, Python, Java and C# have large pools and easy senior hiring.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[3].data */
N_("Professionals in 2025: JavaScript 69 %, Python 55 %, TypeScript 49 %, C# and Java 30 % each. The author sells staff augmentation in these stacks.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[4].claim */
N_("Serverless functions are usually written in Node.js, Python or Go.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[4].data */
N_("A bare function starts in 142 ms on Node.js, 89 to 121 ms on Python and 51 ms on Go; Rust needs 16 ms, and Go has no managed runtime on Lambda.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[5].claim */
N_("Node.js suits real-time collaboration and streaming best.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[5].data */
N_("It suits them well; Phoenix, which the guide does not name there, has shown two million open connections on one machine.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[6].claim */
N_("With agents or retrieval on the roadmap, any language but Python forces glue code later.")
/* Translators: technologies.technologies[nodejs-nestjs].claims[6].data */
N_("All five large AI SDKs exist for TypeScript, and 12 of 19 providers ship one; training and serving one’s own models stay with Python.")
/* Translators: technologies.technologies[nodejs-fastify].name */
N_("Node.js · Fastify")
/* Translators: technologies.technologies[nodejs-fastify].summary */
N_("A lean and fast HTTP framework on Node.js with schemas for requests and answers; structure is left to the team.")
/* Translators: technologies.technologies[nodejs-fastify].strengths */
N_("Within 5 % of Go on database calls for one record.")
/* Translators: technologies.technologies[nodejs-fastify].strengths */
N_("The same language and packages as the front end.")
/* Translators: technologies.technologies[nodejs-fastify].strengths */
N_("Small and quick to learn.")
/* Translators: technologies.technologies[nodejs-fastify].weaknesses */
N_("The same single thread: heavy computation blocks it.")
/* Translators: technologies.technologies[nodejs-fastify].weaknesses */
N_("No structure is given; a growing team has to agree on one.")
/* Translators: technologies.technologies[nodejs-fastify].weaknesses */
N_("Little known: 3 % of professionals use it.")
/* Translators: technologies.technologies[nodejs-fastify].best_for */
N_("API gateways")
/* Translators: technologies.technologies[nodejs-fastify].best_for */
N_("Fast JSON services")
/* Translators: technologies.technologies[nodejs-fastify].best_for */
N_("Streaming and chat back ends")
/* Translators: technologies.technologies[nodejs-fastify].best_for */
N_("Small teams who want little framework")
/* Translators: technologies.technologies[nodejs-fastify].values.connections.reason */
N_("As any Node.js: one event loop holds many idle connections cheaply, one core serves them all; with less overhead for each request than NestJS.")
/* Translators: technologies.technologies[nodejs-fastify].values.velocity.reason */
N_("Derived from NestJS: the same language and packages, quicker on the first day; structure, sign-in, documentation and administration are put together by the team.")
/* Translators: technologies.technologies[nodejs-fastify].values.learning.reason */
N_("Derived from NestJS: little to learn, without dependency injection or decorators, for people who know JavaScript already.")
/* Translators: technologies.technologies[nodejs-fastify].values.security.reason */
N_("Derived from NestJS: memory-safe and typed; requests are checked by schemas, all else is added by the team.")
/* Translators: technologies.technologies[nodejs-fastify].values.compliance.reason */
N_("Derived from NestJS: three years of fixes for Node.js, but less use in audited products.")
/* Translators: technologies.technologies[nodejs-fastify].values.operations.reason */
N_("Derived from NestJS: the same runtime with fewer parts of the framework to keep up with.")
/* Translators: technologies.technologies[nodejs-fastify].values.cold_start.reason */
N_("Estimated near the quick end of Express (200 to 500 ms) and slower than the bare runtime (142 ms). Not measured with the framework.")
/* Translators: technologies.technologies[nodejs-fastify].values.freedom.reason */
N_("Derived from NestJS: open licence, the runtime belongs to a foundation, several runtimes exist.")
/* Translators: technologies.technologies[nodejs-fastify].hiring_outlook */
N_("Any Node.js developer learns it in days; hire for TypeScript. Nobody publishes weeks or pay for Fastify itself.")
/* Translators: technologies.technologies[nodejs-fastify].claims[3].claim */
N_("Node.js is at its best as an API gateway.")
/* Translators: technologies.technologies[nodejs-fastify].claims[3].data */
N_("Fastify answered 61,284 bare requests a second, about two thirds of Go and twice FastAPI.")
/* Translators: technologies.technologies[python-django].name */
N_("Python · Django")
/* Translators: technologies.technologies[python-django].summary */
N_("The complete Python framework: storage, sign-in, administration and forms are there on the first day, next to the libraries of AI.")
/* Translators: technologies.technologies[python-django].strengths */
N_("A first product in weeks: data model, sign-in and administration are included.")
/* Translators: technologies.technologies[python-django].strengths */
N_("No ecosystem rivals Python in AI and data.")
/* Translators: technologies.technologies[python-django].strengths */
N_("Readable code, quick to join.")
/* Translators: technologies.technologies[python-django].strengths */
N_("A long-term release with three years of fixes.")
/* Translators: technologies.technologies[python-django].weaknesses */
N_("The interpreter lock keeps one process from using several cores.")
/* Translators: technologies.technologies[python-django].weaknesses */
N_("Under load it takes 387 MB, eighteen times Go.")
/* Translators: technologies.technologies[python-django].weaknesses */
N_("Answers about two fifths of the database requests that Go does.")
/* Translators: technologies.technologies[python-django].best_for */
N_("First versions of products")
/* Translators: technologies.technologies[python-django].best_for */
N_("Data platforms")
/* Translators: technologies.technologies[python-django].best_for */
N_("Back ends with much logic")
/* Translators: technologies.technologies[python-django].best_for */
N_("Internal tools with administration")
/* Translators: technologies.technologies[python-django].values.connections.reason */
N_("Worker processes are tied up by open connections; asynchronous views exist but the parts around them are synchronous.")
/* Translators: technologies.technologies[python-django].values.velocity.reason */
N_("Storage, migrations, sign-in, administration and forms come in the box; no comparable study measures it.")
/* Translators: technologies.technologies[python-django].values.learning.reason */
N_("A readable language; the framework is large but well trodden.")
/* Translators: technologies.technologies[python-django].values.security.reason */
N_("Memory-safe, with safe defaults against forged requests and injected queries and a security team of its own; types are optional.")
/* Translators: technologies.technologies[python-django].values.compliance.reason */
N_("A long-term release of three years and a formal security process; no vendor contract.")
/* Translators: technologies.technologies[python-django].values.operations.reason */
N_("A server, workers and migrations to run; a bare function starts in 108 ms and takes 38 MB.")
/* Translators: technologies.technologies[python-django].values.freedom.reason */
N_("Open licence and a foundation, though a small one; runs on every cloud.")
/* Translators: technologies.technologies[python-django].hiring_outlook */
N_("More than half of all professionals use Python; half of them with less than two years of experience. Recruiters quote 4 to 6 weeks.")
/* Translators: technologies.technologies[python-django].claims[0].claim */
N_("No other ecosystem rivals Python for AI.")
/* Translators: technologies.technologies[python-django].claims[0].data */
N_("16 of 19 providers ship a Python SDK, and 54 of the 100 most followed Python projects are about AI; for TypeScript it is 12 and 34.")
/* Translators: technologies.technologies[python-django].claims[1].claim */
N_("For nine uses in ten it does not matter that Python is slow.")
/* Translators: technologies.technologies[python-django].claims[1].data */
N_("The share is the author’s own. Even Django answered 1,691 requests a second from a database; at scale the price is two to four times the nodes, not feasibility.")
/* Translators: technologies.technologies[python-django].claims[2].claim */
N_("The interpreter lock limits parallel threads; Python 3.13 and later improve on it.")
/* Translators: technologies.technologies[python-django].claims[2].data */
N_("Supported since 3.14 but optional, at 5 to 10 % for a single thread (40 % in 3.13). Only 15 % of Python developers were on 3.13 in 2024.")
/* Translators: technologies.technologies[python-django].claims[3].claim */
N_("Python takes more memory than Go or Rust.")
/* Translators: technologies.technologies[python-django].claims[3].data */
N_("Under load 134 MB (FastAPI) and 387 MB (Django) against 21 MB (Go) and 43 MB (Rust); as a bare function Python takes less than Node.js or Java.")
/* Translators: technologies.technologies[python-django].claims[5].claim */
N_("Django brings the quickest first version.")
/* Translators: technologies.technologies[python-django].claims[5].data */
N_("No study compares it; Rails and Laravel claim the same, and 46 % of its users want to go on with it.")
/* Translators: technologies.technologies[python-django].claims[6].claim */
N_("A department store fed images through a vision model in Python, and manual data entry fell by 70 %.")
/* Translators: technologies.technologies[python-django].claims[6].data */
N_("One case told by the guide; no published source was found.")
/* Translators: technologies.technologies[python-fastapi].name */
N_("Python · FastAPI")
/* Translators: technologies.technologies[python-fastapi].summary */
N_("Asynchronous Python whose types check requests and document the API: the usual way to put a model behind an API.")
/* Translators: technologies.technologies[python-fastapi].strengths */
N_("The ecosystem of AI and data in the same process.")
/* Translators: technologies.technologies[python-fastapi].strengths */
N_("The API documents itself, and types check requests.")
/* Translators: technologies.technologies[python-fastapi].strengths */
N_("Small, and learnt in days.")
/* Translators: technologies.technologies[python-fastapi].strengths */
N_("Use doubled in two years and passed Django.")
/* Translators: technologies.technologies[python-fastapi].weaknesses */
N_("Under load about two fifths of the requests of Go and Fastify, a quarter with large answers.")
/* Translators: technologies.technologies[python-fastapi].weaknesses */
N_("No 1.0, no support policy and one principal maintainer.")
/* Translators: technologies.technologies[python-fastapi].weaknesses */
N_("Storage, sign-in and administration are chosen and joined by the team.")
/* Translators: technologies.technologies[python-fastapi].best_for */
N_("APIs in front of models")
/* Translators: technologies.technologies[python-fastapi].best_for */
N_("AI-driven applications")
/* Translators: technologies.technologies[python-fastapi].best_for */
N_("Small services with a separate front end")
/* Translators: technologies.technologies[python-fastapi].values.connections.reason */
N_("Asynchronous, so idle connections are cheap, but one core serves a process and heavy handlers block it.")
/* Translators: technologies.technologies[python-fastapi].values.velocity.reason */
N_("The API documents and checks itself; storage, sign-in and administration are put together by the team.")
/* Translators: technologies.technologies[python-fastapi].values.learning.reason */
N_("Little to learn, led by types, in a language that most know.")
/* Translators: technologies.technologies[python-fastapi].values.security.reason */
N_("Memory-safe, and requests are checked by types; sign-in and protection are assembled by the team.")
/* Translators: technologies.technologies[python-fastapi].values.support.reason */
N_("Python itself gets 61 months of fixes, but the framework has no 1.0, no published window and one principal maintainer.")
/* Translators: technologies.technologies[python-fastapi].values.compliance.reason */
N_("No long-term release and a key person: auditors will ask for a mitigation.")
/* Translators: technologies.technologies[python-fastapi].values.operations.reason */
N_("One small server process; a bare function starts in 108 ms and takes 38 MB.")
/* Translators: technologies.technologies[python-fastapi].values.freedom.reason */
N_("Open licence, runs everywhere, but depends on one maintainer.")
/* Translators: technologies.technologies[python-fastapi].hiring_outlook */
N_("The same pool as Django, and the framework that is growing: 15 % of professionals use it. Recruiters quote 4 to 6 weeks for Python.")
/* Translators: technologies.technologies[python-fastapi].claims[0].claim */
N_("About as fast as Node.js and Go.")
/* Translators: technologies.technologies[python-fastapi].claims[0].data */
N_("Under load 1,843 requests a second against 4,172 (Fastify) and 4,362 (Go); with 100 records 111 against 351 and 406. True at one user only: 478, 482 and 484.")
/* Translators: technologies.technologies[python-fastapi].claims[1].claim */
N_("FastAPI is the rising star.")
/* Translators: technologies.technologies[python-fastapi].claims[1].data */
N_("From 7.4 % of all respondents in 2023 to 9.9 % in 2024, and 15.1 % of professionals in 2025, past Django (11.7 %).")
/* Translators: technologies.technologies[java-spring-boot].name */
N_("Java · Spring Boot")
/* Translators: technologies.technologies[java-spring-boot].summary */
N_("Stand-alone services on the JVM with parts for nearly everything an enterprise has, and the longest support of all if it is paid for.")
/* Translators: technologies.technologies[java-spring-boot].strengths */
N_("Strict types and a common structure for large teams.")
/* Translators: technologies.technologies[java-spring-boot].strengths */
N_("Threads on all cores, virtual threads for waiting work.")
/* Translators: technologies.technologies[java-spring-boot].strengths */
N_("Connects to what enterprises run: Oracle, SAP, IBM.")
/* Translators: technologies.technologies[java-spring-boot].strengths */
N_("Four vendors build the JDK; with a contract a Spring release is supported for seven years.")
/* Translators: technologies.technologies[java-spring-boot].strengths */
N_("All five large AI SDKs exist, and Spring AI is generally available.")
/* Translators: technologies.technologies[java-spring-boot].weaknesses */
N_("Free support of a Spring Boot release ends after 13 months.")
/* Translators: technologies.technologies[java-spring-boot].weaknesses */
N_("Starts in 4 to 7 seconds unless built as a native image.")
/* Translators: technologies.technologies[java-spring-boot].weaknesses */
N_("The hungriest here for memory: 807 MB on average in one run.")
/* Translators: technologies.technologies[java-spring-boot].weaknesses */
N_("Verbose.")
/* Translators: technologies.technologies[java-spring-boot].best_for */
N_("Banking and insurance")
/* Translators: technologies.technologies[java-spring-boot].best_for */
N_("Large e-commerce")
/* Translators: technologies.technologies[java-spring-boot].best_for */
N_("Resource planning and other enterprise systems")
/* Translators: technologies.technologies[java-spring-boot].values.connections.reason */
N_("Virtual threads make waiting cheap and no longer pin since JDK 24; no published count of connections was found, and memory is high.")
/* Translators: technologies.technologies[java-spring-boot].values.velocity.reason */
N_("Starters help and tools are strong; ceremony and slow restarts cost time.")
/* Translators: technologies.technologies[java-spring-boot].values.learning.reason */
N_("Annotations, the container and the build take a month or two.")
/* Translators: technologies.technologies[java-spring-boot].values.security.reason */
N_("Memory-safe, strictly typed and with a complete security framework; deep dependencies and a wide surface of configuration take points.")
/* Translators: technologies.technologies[java-spring-boot].values.compliance.reason */
N_("Paid support of Spring until 2032, of the JDK beyond 2030, four vendors to choose from.")
/* Translators: technologies.technologies[java-spring-boot].values.operations.reason */
N_("Memory and garbage collection want tuning, and free support forces an upgrade each year; a bare function starts in 192 ms and takes 87 MB.")
/* Translators: technologies.technologies[java-spring-boot].values.freedom.reason */
N_("Several JDKs under open licences; Spring itself and its paid support come from one company.")
/* Translators: technologies.technologies[java-spring-boot].hiring_outlook */
N_("30 % of professionals use Java and 16 % Spring Boot; recruiters quote 4 to 6 weeks. Few want to move to it: 16 %.")
/* Translators: technologies.technologies[java-spring-boot].claims[0].claim */
N_("Java is the standard of the enterprise.")
/* Translators: technologies.technologies[java-spring-boot].claims[0].data */
N_("It has the longest support of all; but only 16 % of developers want to use it and 42 % of its users want to go on, the lowest of the mainstream after PHP.")
/* Translators: technologies.technologies[java-spring-boot].claims[1].claim */
N_("Java starts slowly, which hurts serverless; native images by GraalVM solve it.")
/* Translators: technologies.technologies[java-spring-boot].claims[1].data */
N_("Spring Boot needs 4,130 ms, as a native image 133 ms; Quarkus 1,890 and 49 ms. The bare runtime starts in 213 ms, faster than .NET or Ruby: the framework is the cost.")
/* Translators: technologies.technologies[java-spring-boot].claims[2].claim */
N_("Virtual threads carry millions of connections with few resources.")
/* Translators: technologies.technologies[java-spring-boot].claims[2].data */
N_("No measurement was found, and memory speaks against few resources: Spring Boot took 807 MB on average in one run, 38 times Go.")
/* Translators: technologies.technologies[java-spring-boot].claims[3].claim */
N_("Replacing a heavy Java container by a Go binary cuts the bill and the carbon.")
/* Translators: technologies.technologies[java-spring-boot].claims[3].data */
N_("Only through memory: 807 against 21 MB. In energy for computing the two are level (1.16 against 1.00) or Java is ahead (1.98 against 3.23).")
/* Translators: technologies.technologies[java-spring-boot].claims[5].data */
N_("All five large AI SDKs exist for Java, and Spring AI has been generally available since 2025; but only 7 of 19 providers ship one, and training stays with Python.")
/* Translators: technologies.technologies[java-spring-boot].claims[6].claim */
N_("Spring Boot is the safe choice for regulated business.")
/* Translators: technologies.technologies[java-spring-boot].claims[6].data */
N_("85 months of paid support for a release of Spring Boot, 13 of free. .NET is of the same class with 36 free months, and Go has a FIPS certificate since 2026.")
/* Translators: technologies.technologies[java-spring-boot].claims[7].claim */
N_("A US fintech modernised its payments on Spring Boot with TeamCity and deploys without downtime.")
/* Translators: technologies.technologies[java-quarkus].name */
N_("Java · Quarkus")
/* Translators: technologies.technologies[java-quarkus].summary */
N_("Java made for containers and functions: more is done at build time, and native images start in milliseconds.")
/* Translators: technologies.technologies[java-quarkus].strengths */
N_("Faster than Spring Boot on bare requests and no slower with a database.")
/* Translators: technologies.technologies[java-quarkus].strengths */
N_("As a native image it answers 49 ms after launch.")
/* Translators: technologies.technologies[java-quarkus].strengths */
N_("All of the JVM: threads, libraries, tools.")
/* Translators: technologies.technologies[java-quarkus].weaknesses */
N_("A release is superseded each month; its long-term line lasts one year.")
/* Translators: technologies.technologies[java-quarkus].weaknesses */
N_("Fewer people and examples than Spring.")
/* Translators: technologies.technologies[java-quarkus].weaknesses */
N_("Native images build slowly and lose some libraries.")
/* Translators: technologies.technologies[java-quarkus].best_for */
N_("Java on serverless")
/* Translators: technologies.technologies[java-quarkus].best_for */
N_("Java microservices in containers")
/* Translators: technologies.technologies[java-quarkus].best_for */
N_("Teams that leave Spring for start-up time")
/* Translators: technologies.technologies[java-quarkus].values.connections.reason */
N_("Derived from Spring Boot: an event loop at its core besides virtual threads, and less memory.")
/* Translators: technologies.technologies[java-quarkus].values.velocity.reason */
N_("Derived from Spring Boot: quicker restarts during development, fewer ready parts.")
/* Translators: technologies.technologies[java-quarkus].values.learning.reason */
N_("Derived from Spring Boot: the same language and ideas, fewer people to ask.")
/* Translators: technologies.technologies[java-quarkus].values.security.reason */
N_("Derived from Spring Boot: the same language, a smaller surface, less scrutiny.")
/* Translators: technologies.technologies[java-quarkus].values.compliance.reason */
N_("Derived from Spring Boot: the JDK is the same, but the published support of the framework is twelve months.")
/* Translators: technologies.technologies[java-quarkus].values.operations.reason */
N_("Derived from Spring Boot: starts faster and takes less memory, but is superseded each month.")
/* Translators: technologies.technologies[java-quarkus].values.freedom.reason */
N_("Derived from Spring Boot: several JDKs, one company leads the framework.")
/* Translators: technologies.technologies[java-quarkus].hiring_outlook */
N_("Hire for Java: nobody publishes figures on Quarkus itself. Recruiters quote 4 to 6 weeks for Java.")
/* Translators: technologies.technologies[java-quarkus].claims[3].data */
N_("All five large AI SDKs exist for Java; but only 7 of 19 providers ship one, and training stays with Python.")
/* Translators: technologies.technologies[kotlin-ktor].name */
N_("Kotlin · Ktor")
/* Translators: technologies.technologies[kotlin-ktor].summary */
N_("A terse language with null safety on the JVM and a light framework on coroutines; all Java libraries are at hand.")
/* Translators: technologies.technologies[kotlin-ktor].strengths */
N_("Less ceremony than Java, and null safety.")
/* Translators: technologies.technologies[kotlin-ktor].strengths */
N_("Coroutines make asynchronous code read like plain code.")
/* Translators: technologies.technologies[kotlin-ktor].strengths */
N_("Every Java library and SDK can be called.")
/* Translators: technologies.technologies[kotlin-ktor].weaknesses */
N_("No published support policy for Kotlin or Ktor.")
/* Translators: technologies.technologies[kotlin-ktor].weaknesses */
N_("Only two of nineteen AI providers ship a Kotlin SDK of their own.")
/* Translators: technologies.technologies[kotlin-ktor].weaknesses */
N_("Parts that Spring gives are put together by the team.")
/* Translators: technologies.technologies[kotlin-ktor].best_for */
N_("Teams with Android or Java people")
/* Translators: technologies.technologies[kotlin-ktor].best_for */
N_("Services on the JVM with little ceremony")
/* Translators: technologies.technologies[kotlin-ktor].values.connections.reason */
N_("Coroutines make waiting cheap on all cores; no published count of connections was found.")
/* Translators: technologies.technologies[kotlin-ktor].values.velocity.reason */
N_("Less ceremony than Java, but Ktor gives fewer ready parts than Spring.")
/* Translators: technologies.technologies[kotlin-ktor].values.learning.reason */
N_("Java with a language on top, though a small framework.")
/* Translators: technologies.technologies[kotlin-ktor].values.security.reason */
N_("Memory-safe, null-safe and strictly typed; Ktor leaves more of the protection to the team than Spring.")
/* Translators: technologies.technologies[kotlin-ktor].values.compliance.reason */
N_("The JDK is supported as long as anything, but Kotlin defines no policy and Ktor has a thin record.")
/* Translators: technologies.technologies[kotlin-ktor].values.operations.reason */
N_("As Java, with a lighter framework: it starts in 1.9 seconds and rests at 136 MB.")
/* Translators: technologies.technologies[kotlin-ktor].values.freedom.reason */
N_("Open licences and several JDKs; one company leads the language and the framework.")
/* Translators: technologies.technologies[kotlin-ktor].hiring_outlook */
N_("11.5 % of professionals use Kotlin, and Java developers move over easily; figures on weeks and senior pay are those of Java.")
/* Translators: technologies.technologies[kotlin-ktor].claims[0].claim */
N_("The guide does not mention Kotlin.")
/* Translators: technologies.technologies[kotlin-ktor].claims[0].data */
N_("11.5 % of professionals use it, more than Ruby and Elixir together; on database calls it is level with Spring Boot.")
/* Translators: technologies.technologies[kotlin-ktor].claims[2].data */
N_("Two of 19 providers ship a Kotlin SDK, but Java SDKs (7 of 19, and all five large ones) work as well.")
/* Translators: technologies.technologies[go].summary */
N_("A small compiled language with cheap concurrency, made for services: one binary, little memory, the language of Docker and Kubernetes.")
/* Translators: technologies.technologies[go].strengths */
N_("Fast, and 21 MB under load where others take hundreds.")
/* Translators: technologies.technologies[go].strengths */
N_("Goroutines: hundreds of thousands in one process.")
/* Translators: technologies.technologies[go].strengths */
N_("One static binary that starts in about 20 ms.")
/* Translators: technologies.technologies[go].strengths */
N_("Small language; four in five of its developers came with experience from others.")
/* Translators: technologies.technologies[go].strengths */
N_("A native FIPS 140-3 module since 2026.")
/* Translators: technologies.technologies[go].weaknesses */
N_("Errors are handled by hand at each step; generics came late.")
/* Translators: technologies.technologies[go].weaknesses */
N_("A release is supported for one year.")
/* Translators: technologies.technologies[go].weaknesses */
N_("Few people: 21 % of recruiter searches against 4 % of candidates in 2020.")
/* Translators: technologies.technologies[go].weaknesses */
N_("Six of nineteen AI providers ship an SDK; no training to speak of.")
/* Translators: technologies.technologies[go].best_for */
N_("Microservices with high throughput")
/* Translators: technologies.technologies[go].best_for */
N_("Cloud infrastructure")
/* Translators: technologies.technologies[go].best_for */
N_("Game servers in real time")
/* Translators: technologies.technologies[go].best_for */
N_("Hot paths")
/* Translators: technologies.technologies[go].values.connections.reason */
N_("A goroutine starts with about two kilobytes, and hundreds of thousands in one process are called practical.")
/* Translators: technologies.technologies[go].values.velocity.reason */
N_("Fast builds and a large standard library; more is written by hand. Rust teams at Google were found equal to Go teams.")
/* Translators: technologies.technologies[go].values.learning.reason */
N_("A small language; four in five of its developers had more experience elsewhere.")
/* Translators: technologies.technologies[go].values.security.reason */
N_("Memory-safe, strictly typed and with a large standard library; web defaults are the team’s own.")
/* Translators: technologies.technologies[go].values.support.reason */
N_("A release is supported for twelve months, two at a time; upgrades are cheap and Google stands behind it, which lifts it above the months.")
/* Translators: technologies.technologies[go].values.compliance.reason */
N_("A native FIPS 140-3 module with a certificate since 2026; no vendor contract for the language itself.")
/* Translators: technologies.technologies[go].values.operations.reason */
N_("One binary, 51 ms and 17 MB as a bare function, two upgrades a year.")
/* Translators: technologies.technologies[go].values.freedom.reason */
N_("Open licence, but Google leads alone.")
/* Translators: technologies.technologies[go].hiring_outlook */
N_("17 % of professionals use it and the share is rising, but fewer are new to it each year (13 %), and pay is 13 % above Python.")
/* Translators: technologies.technologies[go].claims[0].claim */
N_("The speed of C, minimal memory and the best concurrency.")
/* Translators: technologies.technologies[go].claims[0].data */
N_("Computing time is level with Rust (0.97) and memory is 21 MB; but an older study gives 3.2 times the energy of C, and for millions of connections the BEAM is better documented.")
/* Translators: technologies.technologies[go].claims[1].claim */
N_("Fewer libraries than npm or PyPI.")
/* Translators: technologies.technologies[go].claims[1].data */
N_("683,000 modules, level with Maven and NuGet and near PyPI (779,000). True for AI: 6 of 19 providers.")
/* Translators: technologies.technologies[go].claims[2].claim */
N_("The guide does not speak of the pool of Go developers.")
/* Translators: technologies.technologies[go].claims[2].data */
N_("17 % of professionals and rising, but 58,000 adverts of 14 million in 2023, and newcomers fell to 13 %.")
/* Translators: technologies.technologies[go].claims[5].data */
N_("All five large AI SDKs exist for Go, and 6 of 19 providers ship one; training and serving stay with Python.")
/* Translators: technologies.technologies[dotnet-aspnet-core].name */
N_(".NET · ASP.NET Core")
/* Translators: technologies.technologies[dotnet-aspnet-core].summary */
N_("The open-source, cross-platform stack of Microsoft: fast, richly typed, with the best tools and a straight way to Azure.")
/* Translators: technologies.technologies[dotnet-aspnet-core].strengths */
N_("Among the fastest web frameworks in the closed TechEmpower series.")
/* Translators: technologies.technologies[dotnet-aspnet-core].strengths */
N_("A rich type system: generics, queries in the language, asynchronous calls.")
/* Translators: technologies.technologies[dotnet-aspnet-core].strengths */
N_("Leading tools, and the most admired of the large frameworks.")
/* Translators: technologies.technologies[dotnet-aspnet-core].strengths */
N_("Three years of fixes for a long-term release, from the vendor.")
/* Translators: technologies.technologies[dotnet-aspnet-core].weaknesses */
N_("Seen as Windows-only in start-ups.")
/* Translators: technologies.technologies[dotnet-aspnet-core].weaknesses */
N_("With a full object mapper it fell behind Spring Boot in one realistic test.")
/* Translators: technologies.technologies[dotnet-aspnet-core].weaknesses */
N_("Led by one company and leaning to Azure.")
/* Translators: technologies.technologies[dotnet-aspnet-core].weaknesses */
N_("Four of nineteen AI providers ship an SDK.")
/* Translators: technologies.technologies[dotnet-aspnet-core].best_for */
N_("Enterprise web applications")
/* Translators: technologies.technologies[dotnet-aspnet-core].best_for */
N_("Game back ends")
/* Translators: technologies.technologies[dotnet-aspnet-core].best_for */
N_("Organisations on Azure")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.connections.reason */
N_("Asynchronous throughout and on all cores, with low tail latency at 256 connections; no published count of connections was found.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.velocity.reason */
N_("Leading tools; object mapping, identity and documentation of the API come with it.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.learning.reason */
N_("A large platform with good tools and documentation.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.security.reason */
N_("Memory-safe, strictly typed, identity and protection built in; the surface is wide.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.compliance.reason */
N_("Three years of fixes from a large vendor, contracts to be had, at home in audited companies.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.operations.reason */
N_("A bare function starts in 281 ms and takes 73 MB, 74 ms and 22 MB when compiled ahead of time, which excludes MVC; one release a year.")
/* Translators: technologies.technologies[dotnet-aspnet-core].values.freedom.reason */
N_("Open source and cross-platform, but led by Microsoft and leaning to Azure.")
/* Translators: technologies.technologies[dotnet-aspnet-core].hiring_outlook */
N_("30 % of professionals use C# and 21 % ASP.NET Core; no weeks are published.")
/* Translators: technologies.technologies[dotnet-aspnet-core].claims[0].claim */
N_("At the top of TechEmpower, often ahead of Java.")
/* Translators: technologies.technologies[dotnet-aspnet-core].claims[0].data */
N_("With object mapping 609,966 against 243,639 for Spring in Round 23, but behind it on a realistic API (1,339 against 1,897) and level on database calls. The series closed in March 2026.")
/* Translators: technologies.technologies[dotnet-aspnet-core].claims[1].claim */
N_("Strong, but seen as Windows-only by start-ups.")
/* Translators: technologies.technologies[dotnet-aspnet-core].claims[1].data */
N_("Most admired of the large frameworks (61 %) and used by 21 % of professionals; no figure on its image was found. .NET 8 and 9 both ended in November 2026.")
/* Translators: technologies.technologies[dotnet-aspnet-core].claims[3].data */
N_("All five large AI SDKs exist for C#, and Semantic Kernel is at hand; but only 4 of 19 providers ship one.")
/* Translators: technologies.technologies[php-laravel].name */
N_("PHP · Laravel")
/* Translators: technologies.technologies[php-laravel].summary */
N_("A complete kit for sites and shops, quick to build with and cheap to staff; resident workers make it several times faster.")
/* Translators: technologies.technologies[php-laravel].strengths */
N_("Among the quickest ways to a content site or a shop.")
/* Translators: technologies.technologies[php-laravel].strengths */
N_("The lowest pay of the widespread languages.")
/* Translators: technologies.technologies[php-laravel].strengths */
N_("Two in three PHP developers use it.")
/* Translators: technologies.technologies[php-laravel].strengths */
N_("PHP releases get four years of fixes.")
/* Translators: technologies.technologies[php-laravel].weaknesses */
N_("Lost ground with start-ups.")
/* Translators: technologies.technologies[php-laravel].weaknesses */
N_("Not for heavy AI work: two of nineteen providers ship an SDK.")
/* Translators: technologies.technologies[php-laravel].weaknesses */
N_("Last of five stacks compared under database load with an object mapper.")
/* Translators: technologies.technologies[php-laravel].weaknesses */
N_("Long-lived connections need a server of another kind.")
/* Translators: technologies.technologies[php-laravel].best_for */
N_("Content-heavy sites")
/* Translators: technologies.technologies[php-laravel].best_for */
N_("E-commerce")
/* Translators: technologies.technologies[php-laravel].best_for */
N_("Work by agencies and freelancers")
/* Translators: technologies.technologies[php-laravel].values.connections.reason */
N_("One process for each request by default; only resident workers such as Swoole hold connections.")
/* Translators: technologies.technologies[php-laravel].values.velocity.reason */
N_("A full kit with queues, mail and sign-in; productive by reputation, no study compares it.")
/* Translators: technologies.technologies[php-laravel].values.learning.reason */
N_("Easy first steps and much teaching material.")
/* Translators: technologies.technologies[php-laravel].values.security.reason */
N_("Memory-safe with good defaults in the framework; applications in PHP have a poor record, which takes points.")
/* Translators: technologies.technologies[php-laravel].values.support.reason */
N_("Two years for a Laravel release, four for PHP; a foundation for the language since 2021.")
/* Translators: technologies.technologies[php-laravel].values.compliance.reason */
N_("Little used in audited cores; two years of fixes and no vendor contract.")
/* Translators: technologies.technologies[php-laravel].values.operations.reason */
N_("Hosted everywhere; one large upgrade a year and no managed runtime on Lambda.")
/* Translators: technologies.technologies[php-laravel].values.cold_start.reason */
N_("Estimated from its kind: the classic server boots the framework for each request, resident workers boot it once. Not measured.")
/* Translators: technologies.technologies[php-laravel].values.memory.reason */
N_("Estimated: workers are small each, and there are many; bare PHP on Swoole took 51 MB. Not measured with the framework.")
/* Translators: technologies.technologies[php-laravel].values.freedom.reason */
N_("Open licence and a language foundation; one company leads the framework.")
/* Translators: technologies.technologies[php-laravel].hiring_outlook */
N_("19 % of professionals use PHP and 9 % Laravel, at a median pay 27 % below Python; quotes in the United States are the lowest seen.")
/* Translators: technologies.technologies[php-laravel].claims[0].claim */
N_("Modern PHP is fast and capable.")
/* Translators: technologies.technologies[php-laravel].claims[0].data */
N_("It depends on the server: bare PHP on Swoole ties with Go, resident workers make Laravel five times faster, and still it is last of five stacks with its object mapper (437 requests a second).")
/* Translators: technologies.technologies[php-laravel].claims[1].claim */
N_("Productive for agencies, but losing ground with start-ups.")
/* Translators: technologies.technologies[php-laravel].claims[1].data */
N_("PHP is at 19 % of professionals, fewer accounts push to the topic, and 64 % of PHP developers use Laravel.")
/* Translators: technologies.technologies[php-laravel].claims[2].claim */
N_("Not the first choice for AI-heavy or real-time products.")
/* Translators: technologies.technologies[php-laravel].claims[2].data */
N_("Two of 19 providers ship a PHP SDK, and 2 of the 100 most followed PHP projects are about AI.")
/* Translators: technologies.technologies[ruby-rails].name */
N_("Ruby on Rails")
/* Translators: technologies.technologies[ruby-rails].summary */
N_("Convention over configuration: the framework that set the pattern for quick products, proven on one very large code base.")
/* Translators: technologies.technologies[ruby-rails].strengths */
N_("A working product in weeks; conventions decide what elsewhere is argued over.")
/* Translators: technologies.technologies[ruby-rails].strengths */
N_("Carries more than a thousand developers on one code base at Shopify.")
/* Translators: technologies.technologies[ruby-rails].strengths */
N_("Mature, safe defaults.")
/* Translators: technologies.technologies[ruby-rails].weaknesses */
N_("One thread runs Ruby at a time; computing takes 27 times as long as Rust.")
/* Translators: technologies.technologies[ruby-rails].weaknesses */
N_("The slowest tail measured: 336 to 353 ms for 99 of 100 requests at 256 connections.")
/* Translators: technologies.technologies[ruby-rails].weaknesses */
N_("Pay is a third above Python, worldwide.")
/* Translators: technologies.technologies[ruby-rails].weaknesses */
N_("Three of nineteen AI providers ship an SDK.")
/* Translators: technologies.technologies[ruby-rails].best_for */
N_("Business applications with much administration")
/* Translators: technologies.technologies[ruby-rails].best_for */
N_("Shops and market places")
/* Translators: technologies.technologies[ruby-rails].values.connections.reason */
N_("Threads under one lock; live connections work but need more processes and memory.")
/* Translators: technologies.technologies[ruby-rails].values.velocity.reason */
N_("Conventions and a complete kit; proven at Shopify, though no controlled study exists.")
/* Translators: technologies.technologies[ruby-rails].values.learning.reason */
N_("A pleasant language; the conventions have to be known.")
/* Translators: technologies.technologies[ruby-rails].values.security.reason */
N_("Memory-safe with mature defaults; no static types, and 121 advisories of the framework in twenty years.")
/* Translators: technologies.technologies[ruby-rails].values.support.reason */
N_("Two years for a Rails release, a little over three for Ruby; several companies stand behind it.")
/* Translators: technologies.technologies[ruby-rails].values.compliance.reason */
N_("Two years of fixes, no vendor contract; used by large shops.")
/* Translators: technologies.technologies[ruby-rails].values.operations.reason */
N_("Several processes and a store for jobs; a bare function starts in 250 ms and takes 37 MB; a release a year.")
/* Translators: technologies.technologies[ruby-rails].values.freedom.reason */
N_("Open licence and several companies behind it.")
/* Translators: technologies.technologies[ruby-rails].hiring_outlook */
N_("7 % of professionals use Ruby, 6 % Rails, with one of the highest median pays; no weeks are published.")
/* Translators: technologies.technologies[ruby-rails].claims[0].claim */
N_("The guide does not mention Rails.")
/* Translators: technologies.technologies[ruby-rails].claims[0].data */
N_("6 % of professionals use it; by reputation it is as productive as Django, and more of its users want to go on (52 against 46 %).")
/* Translators: technologies.technologies[rust].summary */
N_("Speed of C++ with memory safety checked by the compiler, and no garbage collector: for what has to be fast and safe at once.")
/* Translators: technologies.technologies[rust].strengths */
N_("Memory-safe without a collector, on all cores.")
/* Translators: technologies.technologies[rust].strengths */
N_("Among the least memory and the shortest starts of all here.")
/* Translators: technologies.technologies[rust].strengths */
N_("The most admired language: 72 % of its users want to go on.")
/* Translators: technologies.technologies[rust].strengths */
N_("First-class at the edge and in WebAssembly.")
/* Translators: technologies.technologies[rust].weaknesses */
N_("Slower to write in; one developer in three needs more than two months to feel sure.")
/* Translators: technologies.technologies[rust].weaknesses */
N_("Frameworks are below 1.0.")
/* Translators: technologies.technologies[rust].weaknesses */
N_("One of nineteen AI providers ships an SDK.")
/* Translators: technologies.technologies[rust].weaknesses */
N_("The highest senior pay quoted in the United States.")
/* Translators: technologies.technologies[rust].best_for */
N_("Exchanges and trading")
/* Translators: technologies.technologies[rust].best_for */
N_("Embedded devices")
/* Translators: technologies.technologies[rust].best_for */
N_("Edge functions")
/* Translators: technologies.technologies[rust].values.connections.reason */
N_("Asynchronous tasks on all cores without a collector, in a program that rests at 2 MB; no published count of connections was found.")
/* Translators: technologies.technologies[rust].values.velocity.reason */
N_("Slow until learnt; then, by Google’s account, teams are level with Go and twice as productive as in C++.")
/* Translators: technologies.technologies[rust].values.learning.reason */
N_("Ownership takes time: two in three developers at Google felt sure within two months.")
/* Translators: technologies.technologies[rust].values.security.reason */
N_("Memory-safe without a collector and strictly typed; unsafe code still leads to advisories, and web defaults are thin.")
/* Translators: technologies.technologies[rust].values.support.reason */
N_("Only the latest release, six weeks old at most, gets fixes; but editions are opt-in and old code keeps compiling. Frameworks are below 1.0.")
/* Translators: technologies.technologies[rust].values.compliance.reason */
N_("Mandates for memory safety help; few certified modules were found.")
/* Translators: technologies.technologies[rust].values.operations.reason */
N_("One binary, 16 ms and 15 MB as a bare function; long builds.")
/* Translators: technologies.technologies[rust].values.freedom.reason */
N_("A foundation with many members and an open licence.")
/* Translators: technologies.technologies[rust].hiring_outlook */
N_("14 % of professionals use it, 3 % its leading web framework; recruiters quote 6 to 10 weeks.")
/* Translators: technologies.technologies[rust].claims[0].claim */
N_("Justified only where speed and memory safety are critical.")
/* Translators: technologies.technologies[rust].claims[0].data */
N_("On database calls it is level with Go (0.90 to 0.96); the gain is in computing, memory (15 MB) and start (16 ms). The gap in productivity closes after about two months.")
/* Translators: technologies.technologies[rust].claims[1].claim */
N_("Much slower to develop in than Node.js or Python.")
/* Translators: technologies.technologies[rust].claims[1].data */
N_("Two in three developers at Google felt sure within two months, and teams were found equal to Go teams; no comparison with Node.js or Python was found.")
/* Translators: technologies.technologies[rust].claims[2].claim */
N_("Rust and C++ are the most energy-efficient.")
/* Translators: technologies.technologies[rust].claims[2].data */
N_("Energy for the same computation: Rust 1.03 and C++ 1.34 against C; 1.00 and 0.80 in newer runs. The cause is their run time.")
/* Translators: technologies.technologies[rust].claims[3].claim */
N_("Hiring for a niche language takes three times as long.")
/* Translators: technologies.technologies[rust].claims[3].data */
N_("Recruiters quote 7 weeks for Elixir and 8 for Rust against 5 for Python and Java: 1.4 and 1.6 times. No source for a factor of three was found.")
/* Translators: technologies.technologies[rust].claims[4].data */
N_("Two of the five large AI SDKs exist for Rust, and 1 of 19 providers ships one; but 23 of the 100 most followed Rust projects are about AI.")
/* Translators: technologies.technologies[cpp].summary */
N_("Raw speed and frugality for hot paths; web services in it are rare, and memory errors are the price.")
/* Translators: technologies.technologies[cpp].strengths */
N_("Among the fastest in bare requests and in computing time.")
/* Translators: technologies.technologies[cpp].strengths */
N_("The least energy beside Rust.")
/* Translators: technologies.technologies[cpp].strengths */
N_("Native libraries of AI are written in it.")
/* Translators: technologies.technologies[cpp].weaknesses */
N_("Slow to develop in, with builds and packages of one’s own.")
/* Translators: technologies.technologies[cpp].weaknesses */
N_("About 70 % of severe holes in large C and C++ code are memory errors; authorities advise against it for new services.")
/* Translators: technologies.technologies[cpp].weaknesses */
N_("Few of its developers build web back ends.")
/* Translators: technologies.technologies[cpp].weaknesses */
N_("Of the five large AI SDKs only that of AWS exists.")
/* Translators: technologies.technologies[cpp].best_for */
N_("Engines for media, games and trading")
/* Translators: technologies.technologies[cpp].best_for */
N_("Devices")
/* Translators: technologies.technologies[cpp].values.connections.reason */
N_("An event loop on each core and no collector; a leading server with 145,089 bare requests a second, no published count of connections.")
/* Translators: technologies.technologies[cpp].values.velocity.reason */
N_("At Google, Rust teams were at least twice as productive as C++ teams.")
/* Translators: technologies.technologies[cpp].values.learning.reason */
N_("Memory, builds and decades of language take half a year.")
/* Translators: technologies.technologies[cpp].values.ecosystem.reason */
N_("No single registry, so packages cannot be counted; strong on native libraries and those of AI, thin on the web.")
/* Translators: technologies.technologies[cpp].values.security.reason */
N_("Not memory-safe: about 70 % of severe holes in large code are memory errors, and authorities name it as unsafe.")
/* Translators: technologies.technologies[cpp].values.package_safety.reason */
N_("No common registry to be poisoned; what is taken in is copied or built by hand, and seldom checked.")
/* Translators: technologies.technologies[cpp].values.support.reason */
N_("A standard with several compilers and decades of compatible code; nothing of it is published as a window of support.")
/* Translators: technologies.technologies[cpp].values.compliance.reason */
N_("Long used in certified devices, but guidance on memory safety speaks against new services.")
/* Translators: technologies.technologies[cpp].values.operations.reason */
N_("Builds and patches by hand; a bare function starts in 68 ms and takes 22 MB.")
/* Translators: technologies.technologies[cpp].values.cold_start.reason */
N_("Estimated: bare functions start in 14 to 65 ms, and a small web framework adds little. Not measured with one.")
/* Translators: technologies.technologies[cpp].values.memory.reason */
N_("Estimated: the bare program takes 3 MB, a function 15 to 22 MB; a service with connections takes more. Not measured.")
/* Translators: technologies.technologies[cpp].values.freedom.reason */
N_("An international standard with several compilers.")
/* Translators: technologies.technologies[cpp].hiring_outlook */
N_("22 % of professionals use it, but the survey counts games, devices and systems; no figure on C++ web developers was found, so the pool for back ends is smaller than it looks.")
/* Translators: technologies.technologies[cpp].claims[1].claim */
N_("C++ offers raw speed at the price of development time.")
/* Translators: technologies.technologies[cpp].claims[1].data */
N_("Computing time 0.78 of Rust; Rust teams at Google were at least twice as productive.")
/* Translators: technologies.technologies[cpp].claims[2].data */
N_("Of the five large AI SDKs only that of AWS exists for C++, though the native libraries of AI are written in it.")
/* Translators: technologies.technologies[elixir-phoenix].name */
N_("Elixir · Phoenix")
/* Translators: technologies.technologies[elixir-phoenix].summary */
N_("A functional language on the Erlang machine: millions of small supervised processes, live pages without a front-end framework.")
/* Translators: technologies.technologies[elixir-phoenix].strengths */
N_("Two million open connections shown on one machine.")
/* Translators: technologies.technologies[elixir-phoenix].strengths */
N_("Failures are contained and restarted by supervision.")
/* Translators: technologies.technologies[elixir-phoenix].strengths */
N_("Low tail latency.")
/* Translators: technologies.technologies[elixir-phoenix].strengths */
N_("The most admired web framework: 79 % of its users want to go on.")
/* Translators: technologies.technologies[elixir-phoenix].strengths */
N_("Five minor versions of Elixir get fixes.")
/* Translators: technologies.technologies[elixir-phoenix].weaknesses */
N_("A small pool: 3 % of professionals.")
/* Translators: technologies.technologies[elixir-phoenix].weaknesses */
N_("The highest median pay worldwide.")
/* Translators: technologies.technologies[elixir-phoenix].weaknesses */
N_("Slow at heavy computation.")
/* Translators: technologies.technologies[elixir-phoenix].weaknesses */
N_("No official AI SDK, and no managed runtime on Lambda.")
/* Translators: technologies.technologies[elixir-phoenix].best_for */
N_("Chat, presence and live pages")
/* Translators: technologies.technologies[elixir-phoenix].best_for */
N_("Devices that stay connected")
/* Translators: technologies.technologies[elixir-phoenix].best_for */
N_("Long-running supervised work")
/* Translators: technologies.technologies[elixir-phoenix].values.velocity.reason */
N_("Live pages save a front end and the kit is complete; slower until functional thinking is learnt.")
/* Translators: technologies.technologies[elixir-phoenix].values.learning.reason */
N_("Functional thinking and supervision take a month or two.")
/* Translators: technologies.technologies[elixir-phoenix].values.security.reason */
N_("Memory-safe, immutable data and good defaults; few advisories, but also little scrutiny, and types are optional.")
/* Translators: technologies.technologies[elixir-phoenix].values.package_safety.reason */
N_("No count of malicious packages was found; a small registry with few reports and few who look.")
/* Translators: technologies.technologies[elixir-phoenix].values.support.reason */
N_("Elixir releases get three years of fixes, Phoenix still patches 1.5 of 2020; the core team is small.")
/* Translators: technologies.technologies[elixir-phoenix].values.compliance.reason */
N_("Little precedent with auditors, though fixes last long.")
/* Translators: technologies.technologies[elixir-phoenix].values.operations.reason */
N_("Supervision heals much by itself; clustering and releases need rare skills, and Lambda has no runtime for it.")
/* Translators: technologies.technologies[elixir-phoenix].values.freedom.reason */
N_("Open licences; few suppliers.")
/* Translators: technologies.technologies[elixir-phoenix].hiring_outlook */
N_("Recruiters quote 6 to 8 weeks, 1.4 times Python. World pay is 42 % above Python, senior quotes in the United States are level; Ruby developers move over.")
/* Translators: technologies.technologies[elixir-phoenix].claims[1].claim */
N_("Niche languages are paid 20 to 30 % more.")
/* Translators: technologies.technologies[elixir-phoenix].claims[1].data */
N_("World medians against Python: Elixir 42 % more, Haskell 1 % more; quotes for seniors in the United States put Elixir 3 % below Python.")
/* Translators: technologies.technologies[elixir-phoenix].claims[2].claim */
N_("Haskell and Elixir are the niche languages.")
/* Translators: technologies.technologies[elixir-phoenix].claims[2].data */
N_("Haskell fell off the survey after 1.55 % in 2024; Elixir grew from 2.30 to 2.78 % of professionals, and two in three of its users want to go on.")
/* Translators: technologies.technologies[elixir-phoenix].claims[3].claim */
N_("One key engineer who leaves can stall the roadmap.")
/* Translators: technologies.technologies[elixir-phoenix].claims[3].data */
N_("Plausible with so few people: 2.8 % of professionals use Elixir, 1.6 % Haskell. No figure on departures was found.")
/* Translators: technologies.technologies[elixir-phoenix].claims[4].claim */
N_("Named by the guide only as a hiring risk.")
/* Translators: technologies.technologies[elixir-phoenix].claims[4].data */
N_("The data add 54,045 bare requests a second at low latency and two million connections on one machine, but also weak computing and no managed runtime on Lambda.")
/* Translators: technologies.technologies[elixir-phoenix].claims[5].data */
N_("None of the five large AI SDKs exists for Elixir; plain HTTP and supervision suit agents all the same.")
/* Translators: technologies.technologies[haskell].summary */
N_("A pure functional language with the strongest types here: correctness first, for teams that know it.")
/* Translators: technologies.technologies[haskell].strengths */
N_("The type system rules out whole classes of errors.")
/* Translators: technologies.technologies[haskell].strengths */
N_("Computes in three times the time of Rust, a tenth of that of Python.")
/* Translators: technologies.technologies[haskell].strengths */
N_("Light threads on all cores.")
/* Translators: technologies.technologies[haskell].weaknesses */
N_("The smallest pool here: it fell off the survey after 1.55 % in 2024.")
/* Translators: technologies.technologies[haskell].weaknesses */
N_("No official AI SDK, few packages.")
/* Translators: technologies.technologies[haskell].weaknesses */
N_("The first compiler release with long-term support dates from December 2025.")
/* Translators: technologies.technologies[haskell].weaknesses */
N_("Half a year to learn.")
/* Translators: technologies.technologies[haskell].best_for */
N_("Compilers, contracts and other work where correctness pays")
/* Translators: technologies.technologies[haskell].best_for */
N_("Teams that have the people already")
/* Translators: technologies.technologies[haskell].values.connections.reason */
N_("Light threads over all cores; no published count of connections was found.")
/* Translators: technologies.technologies[haskell].values.velocity.reason */
N_("No evidence was found; frameworks are thin, and the types make changes safe.")
/* Translators: technologies.technologies[haskell].values.learning.reason */
N_("Laziness and type classes take half a year.")
/* Translators: technologies.technologies[haskell].values.security.reason */
N_("Memory-safe with the strictest types; frameworks give few defaults, and few people look.")
/* Translators: technologies.technologies[haskell].values.compliance.reason */
N_("No precedent and no certified modules were found.")
/* Translators: technologies.technologies[haskell].values.operations.reason */
N_("Images of one’s own, memory that grows through laziness, and no managed runtime on Lambda.")
/* Translators: technologies.technologies[haskell].values.cold_start.reason */
N_("Estimated: a native binary with a small runtime. Nothing was measured.")
/* Translators: technologies.technologies[haskell].values.memory.reason */
N_("Estimated: the bare program takes 4 MB; a service with its heap takes far more. Not measured.")
/* Translators: technologies.technologies[haskell].values.freedom.reason */
N_("Open licences; few suppliers and one compiler.")
/* Translators: technologies.technologies[haskell].hiring_outlook */
N_("No weeks are published. World pay is level with Python (1 % above); people are few, and few employers compete for them.")
/* Translators: technologies.technologies[haskell].claims[4].data */
N_("The data add 28,364 (Servant) to 100,108 (Scotty) bare requests a second, and a WebAssembly back end that is a preview.")
/* Translators: technologies.technologies[haskell].claims[5].data */
N_("None of the five large AI SDKs exists for Haskell.")
/* Translators: technologies.technologies[firebase].name */
N_("Firebase")
/* Translators: technologies.technologies[firebase].summary */
N_("No back end of one’s own: storage, sign-in, functions and messages as a service of Google, called from the app.")
/* Translators: technologies.technologies[firebase].strengths */
N_("The quickest way to a mobile first version.")
/* Translators: technologies.technologies[firebase].strengths */
N_("Nothing to run or patch.")
/* Translators: technologies.technologies[firebase].strengths */
N_("People from the front end are enough.")
/* Translators: technologies.technologies[firebase].strengths */
N_("200,000 open connections for each realtime database.")
/* Translators: technologies.technologies[firebase].weaknesses */
N_("Data model, rules, sign-in and bill belong to one vendor.")
/* Translators: technologies.technologies[firebase].weaknesses */
N_("About one sustained write a second for each document.")
/* Translators: technologies.technologies[firebase].weaknesses */
N_("Priced by document operation, so the bill follows the way data are read.")
/* Translators: technologies.technologies[firebase].weaknesses */
N_("No place for models of one’s own.")
/* Translators: technologies.technologies[firebase].best_for */
N_("Mobile first versions")
/* Translators: technologies.technologies[firebase].best_for */
N_("Prototypes")
/* Translators: technologies.technologies[firebase].best_for */
N_("Apps that live on synchronised data")
/* Translators: technologies.technologies[firebase].values.throughput.reason */
N_("Only limits of the vendor are published: about 100,000 answers a second for a realtime database, one sustained write a second for a document. No independent measurement.")
/* Translators: technologies.technologies[firebase].values.latency.reason */
N_("No independent measurement was found; synchronised copies answer at once, functions wait for their start.")
/* Translators: technologies.technologies[firebase].values.parallelism.reason */
N_("Functions are short and limited in memory; heavy computation belongs elsewhere.")
/* Translators: technologies.technologies[firebase].values.velocity.reason */
N_("No server to write; it slows down when queries or rules outgrow the service.")
/* Translators: technologies.technologies[firebase].values.learning.reason */
N_("Days for anyone from the front end; 18 % of learners use it.")
/* Translators: technologies.technologies[firebase].values.ecosystem.reason */
N_("20.7 million downloads of the client a month; extensions live inside one vendor’s platform.")
/* Translators: technologies.technologies[firebase].values.ai_sdks.reason */
N_("Functions in Node.js or Python can call every SDK, within limits of time and memory.")
/* Translators: technologies.technologies[firebase].values.ai_libraries.reason */
N_("No place for training or serving models of one’s own; retrieval by what the platform offers.")
/* Translators: technologies.technologies[firebase].values.talent_pool.reason */
N_("JavaScript developers, 13 % of professionals with Firebase itself; a pool of front-end and mobile people, hence a little less than Node.js.")
/* Translators: technologies.technologies[firebase].values.time_to_hire.reason */
N_("No weeks are published; taken from the size of the pool.")
/* Translators: technologies.technologies[firebase].values.salary_cost.reason */
N_("No server specialists needed: front-end and mobile medians are 64,000 and 71,000 dollars against 81,000 for back-end.")
/* Translators: technologies.technologies[firebase].values.security.reason */
N_("The infrastructure is managed; access rules written by the app’s team are the usual hole.")
/* Translators: technologies.technologies[firebase].values.package_safety.reason */
N_("Client and functions come from npm, though with few packages beside the vendor’s own.")
/* Translators: technologies.technologies[firebase].values.cloud_support.reason */
N_("It is itself a service of Google Cloud; AWS and Azure offer nothing for it.")
/* Translators: technologies.technologies[firebase].values.support.reason */
N_("No versions to upgrade, but one vendor may withdraw a service or change its price.")
/* Translators: technologies.technologies[firebase].values.compliance.reason */
N_("The host cloud names seven programmes; which of them cover each product was not verified.")
/* Translators: technologies.technologies[firebase].values.operations.reason */
N_("No servers; the bill and the rules want watching.")
/* Translators: technologies.technologies[firebase].values.cold_start.reason */
N_("Functions start like those of Node.js or Python, 90 to 140 ms bare; data access needs none.")
/* Translators: technologies.technologies[firebase].values.freedom.reason */
N_("Data model, rules, sign-in and bill are tied to one vendor.")
/* Translators: technologies.technologies[firebase].values.compute_efficiency.reason */
N_("Shared machines of a large provider, but an unknown amount of work for each operation; no figure was found.")
/* Translators: technologies.technologies[firebase].values.memory.reason */
N_("Memory is the provider’s matter; functions pay for what they reserve. No figure was found.")
/* Translators: technologies.technologies[firebase].hiring_outlook */
N_("13 % of professionals and 18 % of learners use it. Any front-end or mobile developer can start; specialists are hardly needed.")
/* Translators: technologies.technologies[firebase].claims[0].data */
N_("13 % of professionals and 18 % of learners use it; 45 % of its users want to go on, below Supabase (51 %).")
/* Translators: technologies.technologies[firebase].claims[1].claim */
N_("Less control for scaling than one’s own Node.js or Python.")
/* Translators: technologies.technologies[firebase].claims[1].data */
N_("About one sustained write a second for a document, 200,000 connections for a database, and a bill by document operation.")
/* Translators: patterns.patterns[modular-monolith].name */
N_("Modular Monolith")
/* Translators: patterns.patterns[modular-monolith].summary */
N_("One deployable unit of strictly separated modules; the default for a new product.")
/* Translators: patterns.patterns[modular-monolith].phrase */
N_("as a modular monolith")
/* Translators: patterns.patterns[modular-monolith].strengths */
N_("Simple to deploy, test and debug")
/* Translators: patterns.patterns[modular-monolith].strengths */
N_("A module can become a service later")
/* Translators: patterns.patterns[modular-monolith].strengths */
N_("Fast in one process")
/* Translators: patterns.patterns[modular-monolith].strengths */
N_("Cheap at steady load")
/* Translators: patterns.patterns[modular-monolith].weaknesses */
N_("Everything scales together")
/* Translators: patterns.patterns[modular-monolith].weaknesses */
N_("One fault can take all down")
/* Translators: patterns.patterns[modular-monolith].weaknesses */
N_("Boundaries have to be enforced")
/* Translators: patterns.patterns[modular-monolith].best_for */
N_("New products")
/* Translators: patterns.patterns[modular-monolith].best_for */
N_("One team to a few teams")
/* Translators: patterns.patterns[modular-monolith].best_for */
N_("Products whose parts need similar resources")
/* Translators: patterns.patterns[modular-monolith].values.throughput.reason */
N_("One process and calls in memory: on one machine it handles more than the same system cut into services.")
/* Translators: patterns.patterns[modular-monolith].values.latency.reason */
N_("A request stays inside one process, so it pays for no network hops between modules.")
/* Translators: patterns.patterns[modular-monolith].values.scaling.reason */
N_("Scales by adding copies of the whole; a module with needs of its own can be taken out cheaply.")
/* Translators: patterns.patterns[modular-monolith].values.global_latency.reason */
N_("Runs in one region unless it is deployed several times, so distant users wait for the way there and back.")
/* Translators: patterns.patterns[modular-monolith].values.velocity.reason */
N_("One repository, one deployment and no contracts between services: changes across modules are quick.")
/* Translators: patterns.patterns[modular-monolith].values.simplicity.reason */
N_("One unit to test, debug and roll back, and transactions keep data consistent.")
/* Translators: patterns.patterns[modular-monolith].values.evolvability.reason */
N_("Strict module boundaries let one module become a service later, as long as they were kept.")
/* Translators: patterns.patterns[modular-monolith].values.agent_fit.reason */
N_("Agent steps can run in a queue beside the application, but orchestration is not its nature.")
/* Translators: patterns.patterns[modular-monolith].values.talent_pool.reason */
N_("Every back-end engineer knows how to work in one application; keeping module boundaries takes some discipline.")
/* Translators: patterns.patterns[modular-monolith].values.team_fit.reason */
N_("Best for one small team; Shopify shows that more than a thousand developers can share one, with enforced boundaries.")
/* Translators: patterns.patterns[modular-monolith].values.security.reason */
N_("Few network surfaces and one place for access control.")
/* Translators: patterns.patterns[modular-monolith].values.compliance.reason */
N_("One deployment, one audit trail and one place where data lives are easy to explain to an auditor.")
/* Translators: patterns.patterns[modular-monolith].values.fault_isolation.reason */
N_("A leak or a crash in one module can take the others down with it.")
/* Translators: patterns.patterns[modular-monolith].values.operations.reason */
N_("One thing to deploy, watch and patch.")
/* Translators: patterns.patterns[modular-monolith].values.cold_start.reason */
N_("The process is always running, so nobody waits for a start.")
/* Translators: patterns.patterns[modular-monolith].values.cost_spiky.reason */
N_("A small instance is cheap, but it is paid for at night as well.")
/* Translators: patterns.patterns[modular-monolith].values.cost_steady.reason */
N_("Uses machines fully at constant load; one consolidation cut the bill of a service by more than 90 %.")
/* Translators: patterns.patterns[modular-monolith].values.freedom.reason */
N_("Runs on any machine of any provider.")
/* Translators: patterns.patterns[modular-monolith].values.compute_efficiency.reason */
N_("No serialisation and no idle copies between modules, so little energy is lost on the way.")
/* Translators: patterns.patterns[modular-monolith].claims[0].claim */
N_("The right start for nine in ten start-ups.")
/* Translators: patterns.patterns[modular-monolith].claims[0].data */
N_("The direction is well supported by Fowler, Shopify, Segment and Prime Video; no source for the figure of 90 % was found.")
/* Translators: patterns.patterns[modular-monolith].claims[1].claim */
N_("A module can be peeled off later.")
/* Translators: patterns.patterns[modular-monolith].claims[1].data */
N_("Fowler says the same, as long as the boundaries were kept.")
/* Translators: patterns.patterns[layered-monolith].name */
N_("Layered Monolith")
/* Translators: patterns.patterns[layered-monolith].summary */
N_("One deployable unit cut into technical layers; quick to begin, hard to take apart.")
/* Translators: patterns.patterns[layered-monolith].phrase */
N_("as a layered monolith")
/* Translators: patterns.patterns[layered-monolith].strengths */
N_("Known to everybody")
/* Translators: patterns.patterns[layered-monolith].strengths */
N_("Quickest start")
/* Translators: patterns.patterns[layered-monolith].weaknesses */
N_("No seams for a later split")
/* Translators: patterns.patterns[layered-monolith].weaknesses */
N_("Teams get into each other’s way")
/* Translators: patterns.patterns[layered-monolith].best_for */
N_("Small internal applications")
/* Translators: patterns.patterns[layered-monolith].best_for */
N_("Sites that will stay small")
/* Translators: patterns.patterns[layered-monolith].values.throughput.reason */
N_("One process and calls in memory: in experiments it outperforms its microservices version on one machine.")
/* Translators: patterns.patterns[layered-monolith].values.latency.reason */
N_("A request stays inside one process.")
/* Translators: patterns.patterns[layered-monolith].values.scaling.reason */
N_("Scales by copies of the whole, and layers give no seam along which a hungry part could be taken out.")
/* Translators: patterns.patterns[layered-monolith].values.global_latency.reason */
N_("Runs in one region unless it is deployed several times.")
/* Translators: patterns.patterns[layered-monolith].values.velocity.reason */
N_("The shortest way from nothing to a first version; every framework starts like this.")
/* Translators: patterns.patterns[layered-monolith].values.simplicity.reason */
N_("One unit to test and deploy, but without module boundaries everything comes to depend on everything.")
/* Translators: patterns.patterns[layered-monolith].values.evolvability.reason */
N_("Splitting by technical layer leaves no modules that could move out later.")
/* Translators: patterns.patterns[layered-monolith].values.agent_fit.reason */
N_("Request and response through layers is a poor frame for long multi-step work.")
/* Translators: patterns.patterns[layered-monolith].values.talent_pool.reason */
N_("The structure that every developer has seen.")
/* Translators: patterns.patterns[layered-monolith].values.team_fit.reason */
N_("Works for a few people; several teams get into each other’s way in shared layers.")
/* Translators: patterns.patterns[layered-monolith].values.security.reason */
N_("Few network surfaces; access control is spread over the layers.")
/* Translators: patterns.patterns[layered-monolith].values.compliance.reason */
N_("One deployment and one audit trail are easy to explain to an auditor.")
/* Translators: patterns.patterns[layered-monolith].values.fault_isolation.reason */
N_("Any fault can take the whole application down.")
/* Translators: patterns.patterns[layered-monolith].values.cost_steady.reason */
N_("Uses machines fully at constant load, although everything scales together.")
/* Translators: patterns.patterns[layered-monolith].values.compute_efficiency.reason */
N_("No serialisation between services and no idle copies of them.")
/* Translators: patterns.patterns[layered-monolith].claims[0].claim */
N_("A monolith is the slower design.")
/* Translators: patterns.patterns[layered-monolith].claims[0].data */
N_("On a single machine the monolith performed better than its microservices version in controlled experiments.")
/* Translators: patterns.patterns[microservices].name */
N_("Microservices")
/* Translators: patterns.patterns[microservices].summary */
N_("Small independent services that talk over REST or gRPC; for several teams or very different scaling needs.")
/* Translators: patterns.patterns[microservices].phrase */
N_("as microservices")
/* Translators: patterns.patterns[microservices].strengths */
N_("Teams release independently")
/* Translators: patterns.patterns[microservices].strengths */
N_("Each part scales by itself")
/* Translators: patterns.patterns[microservices].strengths */
N_("Faults stay local")
/* Translators: patterns.patterns[microservices].strengths */
N_("A service can be rewritten alone")
/* Translators: patterns.patterns[microservices].weaknesses */
N_("Network latency and consistency trouble")
/* Translators: patterns.patterns[microservices].weaknesses */
N_("Many things to run")
/* Translators: patterns.patterns[microservices].weaknesses */
N_("Heavy for small teams")
/* Translators: patterns.patterns[microservices].weaknesses */
N_("Without automation a distributed monolith")
/* Translators: patterns.patterns[microservices].best_for */
N_("Several teams with a DevOps culture")
/* Translators: patterns.patterns[microservices].best_for */
N_("Parts with vastly different scaling needs")
/* Translators: patterns.patterns[microservices].best_for */
N_("High-scale platforms")
/* Translators: patterns.patterns[microservices].values.throughput.reason */
N_("Calls between services cost processor time and network; on one machine the monolith was faster.")
/* Translators: patterns.patterns[microservices].values.latency.reason */
N_("Every hop adds serialisation and network time, and the slowest service sets the pace.")
/* Translators: patterns.patterns[microservices].values.scaling.reason */
N_("Each service gets the copies it needs; beyond some number more instances made things slower in experiments.")
/* Translators: patterns.patterns[microservices].values.global_latency.reason */
N_("Single services can be put near users, but their data rarely follows.")
/* Translators: patterns.patterns[microservices].values.velocity.reason */
N_("Contracts, pipelines and local set-ups come before the first feature; later, teams release without waiting for each other.")
/* Translators: patterns.patterns[microservices].values.simplicity.reason */
N_("Testing across services, distributed traces and eventual consistency make faults hard to find.")
/* Translators: patterns.patterns[microservices].values.evolvability.reason */
N_("A service can be rewritten alone, provided that the boundaries were drawn well; wrong ones are costly to move.")
/* Translators: patterns.patterns[microservices].values.agent_fit.reason */
N_("Agents can be services of their own; orchestration and state still have to be built.")
/* Translators: patterns.patterns[microservices].values.talent_pool.reason */
N_("Needs people who know containers, networks and observability beside the language.")
/* Translators: patterns.patterns[microservices].values.team_fit.reason */
N_("Gives dozens of engineers independent releases and burdens a small team with upkeep; rules of thumb put the turn at 10 to 30.")
/* Translators: patterns.patterns[microservices].values.security.reason */
N_("Every service is another door, secret and dependency tree to guard; in return one breach reaches less.")
/* Translators: patterns.patterns[microservices].values.compliance.reason */
N_("The regulated part can be fenced off, but the audit covers many more moving parts.")
/* Translators: patterns.patterns[microservices].values.fault_isolation.reason */
N_("One service can fail while the others answer, if time-outs and fallbacks were built.")
/* Translators: patterns.patterns[microservices].values.operations.reason */
N_("Many pipelines, dashboards and on-call paths; how heavy they are depends on the platform team.")
/* Translators: patterns.patterns[microservices].values.cold_start.reason */
N_("Services run all the time; new copies under a peak start in seconds.")
/* Translators: patterns.patterns[microservices].values.cost_spiky.reason */
N_("A dozen services idle at night cost a dozen times the minimum.")
/* Translators: patterns.patterns[microservices].values.cost_steady.reason */
N_("Only the busy part is scaled, while network, duplicates and platform cost extra.")
/* Translators: patterns.patterns[microservices].values.freedom.reason */
N_("Containers run anywhere; the platform around them does not move as easily.")
/* Translators: patterns.patterns[microservices].values.compute_efficiency.reason */
N_("Serialisation, sidecars and idle copies use energy that a single process does not.")
/* Translators: patterns.patterns[microservices].claims[0].claim */
N_("Microservices are the answer to scale.")
/* Translators: patterns.patterns[microservices].claims[0].data */
N_("They scale parts independently, but experiments found the monolith faster on one machine and more instances slower beyond some number.")
/* Translators: patterns.patterns[microservices].claims[1].claim */
N_("Never without a DevOps culture and automation.")
/* Translators: patterns.patterns[microservices].claims[1].data */
N_("46 % of companies run them while 58 % have a DevOps function and 38 % observability; Segment gave up more than 140 services.")
/* Translators: patterns.patterns[microservices].claims[2].claim */
N_("Not the default start.")
/* Translators: patterns.patterns[microservices].claims[2].data */
N_("Fowler reports that nearly all success stories began as a monolith.")
/* Translators: patterns.patterns[serverless].name */
N_("Serverless Functions")
/* Translators: patterns.patterns[serverless].summary */
N_("Functions that a provider starts on demand and scales, on AWS Lambda, Vercel and the like.")
/* Translators: patterns.patterns[serverless].phrase */
N_("as serverless functions")
/* Translators: patterns.patterns[serverless].strengths */
N_("No servers to look after")
/* Translators: patterns.patterns[serverless].strengths */
N_("Scales by itself, down to nothing")
/* Translators: patterns.patterns[serverless].strengths */
N_("Cheap while idle")
/* Translators: patterns.patterns[serverless].strengths */
N_("Calls are isolated")
/* Translators: patterns.patterns[serverless].weaknesses */
N_("Cold starts, worst with JVM frameworks")
/* Translators: patterns.patterns[serverless].weaknesses */
N_("Expensive at steady volume")
/* Translators: patterns.patterns[serverless].weaknesses */
N_("Limits on time, memory and size")
/* Translators: patterns.patterns[serverless].weaknesses */
N_("Ties to the provider")
/* Translators: patterns.patterns[serverless].best_for */
N_("Quiet load with peaks")
/* Translators: patterns.patterns[serverless].best_for */
N_("Small teams without operations")
/* Translators: patterns.patterns[serverless].best_for */
N_("Glue and event handlers in Node.js, Python or Go")
/* Translators: patterns.patterns[serverless].values.throughput.reason */
N_("Each function instance is small, and what it keeps in memory is soon lost.")
/* Translators: patterns.patterns[serverless].values.latency.reason */
N_("Fast while warm; a start in between shows in the slow percentiles.")
/* Translators: patterns.patterns[serverless].values.scaling.reason */
N_("The provider adds instances within seconds, up to a default of 1,000 at once in a region.")
/* Translators: patterns.patterns[serverless].values.global_latency.reason */
N_("Functions run in a region like any server, only elsewhere with little effort.")
/* Translators: patterns.patterns[serverless].values.velocity.reason */
N_("No servers to set up and services ready to wire together; local testing is the slow part.")
/* Translators: patterns.patterns[serverless].values.simplicity.reason */
N_("Logic is spread over functions, queues and permissions, which are hard to run on a laptop.")
/* Translators: patterns.patterns[serverless].values.evolvability.reason */
N_("Single functions change easily; leaving the provider’s events and services does not.")
/* Translators: patterns.patterns[serverless].values.agent_fit.reason */
N_("Short steps and calls fit well; runs of more than 15 minutes need something else.")
/* Translators: patterns.patterns[serverless].values.talent_pool.reason */
N_("More than half of each large cloud’s customers use functions, so the skill is common.")
/* Translators: patterns.patterns[serverless].values.team_fit.reason */
N_("Fits a small team without operations; many teams manage if they own their functions.")
/* Translators: patterns.patterns[serverless].values.security.reason */
N_("The provider patches the system below; permissions by function are powerful and easily too wide.")
/* Translators: patterns.patterns[serverless].values.compliance.reason */
N_("The provider brings certificates; proof of where data and logs live is more work.")
/* Translators: patterns.patterns[serverless].values.fault_isolation.reason */
N_("Each call runs by itself, so one failure stays small.")
/* Translators: patterns.patterns[serverless].values.operations.reason */
N_("No servers to patch; quotas, permissions and costs still need somebody.")
/* Translators: patterns.patterns[serverless].values.cold_start.reason */
N_("After a pause the next caller waits for the runtime and the framework to start.")
/* Translators: patterns.patterns[serverless].values.cost_spiky.reason */
N_("Nothing runs and nothing is paid while nobody calls.")
/* Translators: patterns.patterns[serverless].values.cost_steady.reason */
N_("At constant volume each call is expensive; one team cut its bill by over 90 % by leaving.")
/* Translators: patterns.patterns[serverless].values.freedom.reason */
N_("Events, permissions and services are the provider’s own.")
/* Translators: patterns.patterns[serverless].values.compute_efficiency.reason */
N_("Idle machines are shared with others, but starts and orchestration waste work at volume.")
/* Translators: patterns.patterns[serverless].claims[0].claim */
N_("No operations work at all.")
/* Translators: patterns.patterns[serverless].claims[0].data */
N_("No servers to patch, but quotas of 15 minutes, 10 GB and 1,000 executions, permissions and cost need care; one design stalled at 5 % of the expected load.")
/* Translators: patterns.patterns[serverless].claims[1].claim */
N_("Node.js, Python and Go are the languages for it.")
/* Translators: patterns.patterns[serverless].claims[1].data */
N_("Python and Node.js are the usual ones; the bare start takes 51 ms with Go, about 100 with Python and 140 with Node.js, 16 with Rust.")
/* Translators: patterns.patterns[serverless].claims[2].claim */
N_("Cold starts are worst on the JVM.")
/* Translators: patterns.patterns[serverless].claims[2].data */
N_("The bare Java runtime starts in 192 ms, faster than .NET and Ruby; it is the framework on top that takes seconds.")
/* Translators: patterns.patterns[edge].name */
N_("Edge Functions")
/* Translators: patterns.patterns[edge].summary */
N_("Small functions that run near the user, on Cloudflare Workers and the like.")
/* Translators: patterns.patterns[edge].phrase */
N_("as edge functions")
/* Translators: patterns.patterns[edge].strengths */
N_("Close to users everywhere")
/* Translators: patterns.patterns[edge].strengths */
N_("Starts in no time")
/* Translators: patterns.patterns[edge].strengths */
N_("Nothing to run")
/* Translators: patterns.patterns[edge].weaknesses */
N_("Data stays central")
/* Translators: patterns.patterns[edge].weaknesses */
N_("128 MB and little processor time")
/* Translators: patterns.patterns[edge].weaknesses */
N_("Few languages")
/* Translators: patterns.patterns[edge].weaknesses */
N_("Ties to one vendor")
/* Translators: patterns.patterns[edge].best_for */
N_("Routing, personalisation and caching near the user")
/* Translators: patterns.patterns[edge].best_for */
N_("Read-mostly content for a worldwide audience")
/* Translators: patterns.patterns[edge].values.throughput.reason */
N_("Small instances with tight limits on memory and processor time.")
/* Translators: patterns.patterns[edge].values.latency.reason */
N_("Fast when the answer is at hand; several round trips to a central database make it slower than a server beside it.")
/* Translators: patterns.patterns[edge].values.scaling.reason */
N_("Runs in hundreds of places and grows with demand.")
/* Translators: patterns.patterns[edge].values.global_latency.reason */
N_("Near the user for cached or replicated data; the rest still travels to where the data lives.")
/* Translators: patterns.patterns[edge].values.velocity.reason */
N_("Quick for small handlers; limits and missing libraries slow down anything larger.")
/* Translators: patterns.patterns[edge].values.simplicity.reason */
N_("A special runtime, data elsewhere and no debugger in the places where it runs.")
/* Translators: patterns.patterns[edge].values.evolvability.reason */
N_("Code written for one vendor’s runtime and storage has to be rewritten to move.")
/* Translators: patterns.patterns[edge].values.agent_fit.reason */
N_("Limits on memory and processor time leave room for routing and streaming, not for agents.")
/* Translators: patterns.patterns[edge].values.talent_pool.reason */
N_("Few people have run more than a router at the edge.")
/* Translators: patterns.patterns[edge].values.team_fit.reason */
N_("Good for single functions, with few conventions for a large code base.")
/* Translators: patterns.patterns[edge].values.security.reason */
N_("Isolation is strong, but secrets and sessions have to be present everywhere.")
/* Translators: patterns.patterns[edge].values.compliance.reason */
N_("Where data is processed is hard to pin down.")
/* Translators: patterns.patterns[edge].values.fault_isolation.reason */
N_("Each request runs by itself in one of many places.")
/* Translators: patterns.patterns[edge].values.operations.reason */
N_("Nothing to patch; watching what happens in 300 places is the hard part.")
/* Translators: patterns.patterns[edge].values.cold_start.reason */
N_("Isolates start in about no time; Python still needs about a second.")
/* Translators: patterns.patterns[edge].values.cost_spiky.reason */
N_("Billed by request, with a free allowance each day.")
/* Translators: patterns.patterns[edge].values.cost_steady.reason */
N_("Cheap for each request, but the work that does not fit has to run elsewhere as well.")
/* Translators: patterns.patterns[edge].values.freedom.reason */
N_("Runtime, storage and limits belong to one vendor; one of them has withdrawn from standalone edge functions.")
/* Translators: patterns.patterns[edge].values.compute_efficiency.reason */
N_("Shared isolates use little while idle; remote data costs extra traffic.")
/* Translators: patterns.patterns[edge].claims[0].claim */
N_("Latency near zero.")
/* Translators: patterns.patterns[edge].claims[0].data */
N_("True for cached or replicated data only; with several round trips to a central database a server beside it is faster, and Vercel advises moving from its edge runtime to Node.js.")
/* Translators: patterns.patterns[event-driven].name */
N_("Event-Driven Orchestration")
/* Translators: patterns.patterns[event-driven].summary */
N_("Workers and agents coordinate through a broker; long multi-step work is started, checked and put together.")
/* Translators: patterns.patterns[event-driven].phrase */
N_("as event-driven services")
/* Translators: patterns.patterns[event-driven].strengths */
N_("Made for agents and long-running work")
/* Translators: patterns.patterns[event-driven].strengths */
N_("Levels out peaks")
/* Translators: patterns.patterns[event-driven].strengths */
N_("Consumers fail and catch up")
/* Translators: patterns.patterns[event-driven].strengths */
N_("New consumers without changes elsewhere")
/* Translators: patterns.patterns[event-driven].weaknesses */
N_("A broker to run")
/* Translators: patterns.patterns[event-driven].weaknesses */
N_("Hard to follow and debug")
/* Translators: patterns.patterns[event-driven].weaknesses */
N_("Late consistency")
/* Translators: patterns.patterns[event-driven].weaknesses */
N_("Heavy for a small team")
/* Translators: patterns.patterns[event-driven].best_for */
N_("Back ends that coordinate several AI agents")
/* Translators: patterns.patterns[event-driven].best_for */
N_("Pipelines and long jobs")
/* Translators: patterns.patterns[event-driven].best_for */
N_("Integrations between many systems")
/* Translators: patterns.patterns[event-driven].values.throughput.reason */
N_("Queues level out peaks and keep workers busy, but every message is written and read once more than a call in one process.")
/* Translators: patterns.patterns[event-driven].values.latency.reason */
N_("An answer goes through brokers and workers; milliseconds at the broker, more while queues fill.")
/* Translators: patterns.patterns[event-driven].values.scaling.reason */
N_("Consumers are added where a queue grows, without touching the rest.")
/* Translators: patterns.patterns[event-driven].values.global_latency.reason */
N_("Brokers and consumers sit in one region.")
/* Translators: patterns.patterns[event-driven].values.velocity.reason */
N_("Broker, message formats and idempotent consumers come before the first feature.")
/* Translators: patterns.patterns[event-driven].values.simplicity.reason */
N_("What happened is spread over time and consumers; duplicates and order have to be thought through.")
/* Translators: patterns.patterns[event-driven].values.evolvability.reason */
N_("New consumers join without changes elsewhere; message formats are hard to change later.")
/* Translators: patterns.patterns[event-driven].values.agent_fit.reason */
N_("Several agents can be started, watched, retried and joined; the state of a long run survives a restart.")
/* Translators: patterns.patterns[event-driven].values.talent_pool.reason */
N_("Fewer engineers are at home with brokers and eventual consistency.")
/* Translators: patterns.patterns[event-driven].values.team_fit.reason */
N_("Lets teams work apart once message formats are agreed; heavy for a handful of people.")
/* Translators: patterns.patterns[event-driven].values.security.reason */
N_("Events copy data to many readers; agents add tools that must be limited.")
/* Translators: patterns.patterns[event-driven].values.compliance.reason */
N_("The log of events is a record for auditors; deleting personal data from it is hard.")
/* Translators: patterns.patterns[event-driven].values.fault_isolation.reason */
N_("A consumer may fail and catch up later from the queue.")
/* Translators: patterns.patterns[event-driven].values.operations.reason */
N_("A broker to run, queues to watch and poisoned messages to clear.")
/* Translators: patterns.patterns[event-driven].values.cold_start.reason */
N_("Workers run all the time and pick up messages at once.")
/* Translators: patterns.patterns[event-driven].values.cost_spiky.reason */
N_("The broker costs the same at night; workers can shrink with the queue.")
/* Translators: patterns.patterns[event-driven].values.cost_steady.reason */
N_("Queues keep machines evenly busy; the broker is an extra.")
/* Translators: patterns.patterns[event-driven].values.freedom.reason */
N_("Kafka and RabbitMQ are open and run anywhere; managed variants tie a little.")
/* Translators: patterns.patterns[event-driven].values.compute_efficiency.reason */
N_("Even load on the workers, with every message written and read on the way.")
/* Translators: patterns.patterns[event-driven].claims[0].claim */
N_("Agents need an event broker such as Kafka or RabbitMQ.")
/* Translators: patterns.patterns[event-driven].claims[0].data */
N_("28 % of those who build agents orchestrate several; Redis is the store most often named, by 43 %. A queue may do before a broker.")
/* Translators: patterns.patterns[event-driven].claims[1].claim */
N_("Back ends will orchestrate agents.")
/* Translators: patterns.patterns[event-driven].claims[1].data */
N_("34 % of agent builders use MCP servers; Gartner expects more than 40 % of agentic projects to be cancelled by 2027.")
/* Translators: patterns.patterns[event-driven].claims[2].claim */
N_("Python with Celery and Node.js with BullMQ suit the work.")
/* Translators: patterns.patterns[event-driven].claims[2].data */
N_("Both queues are widely used: BullMQ has 12.6 million downloads a month, and Celery ranks 506th of all Python packages.")
/* Translators: patterns.patterns[baas].name */
N_("Backend as a Service")
/* Translators: patterns.patterns[baas].summary */
N_("No back end of one’s own: sign-in, data, files and push come from a vendor such as Firebase.")
/* Translators: patterns.patterns[baas].phrase */
N_("on a backend as a service")
/* Translators: patterns.patterns[baas].strengths */
N_("Quickest first version of a mobile app")
/* Translators: patterns.patterns[baas].strengths */
N_("Free while small")
/* Translators: patterns.patterns[baas].strengths */
N_("Live data in the client")
/* Translators: patterns.patterns[baas].weaknesses */
N_("Little control for scale")
/* Translators: patterns.patterns[baas].weaknesses */
N_("Billed by document")
/* Translators: patterns.patterns[baas].weaknesses */
N_("Hard to leave")
/* Translators: patterns.patterns[baas].weaknesses */
N_("Logic ends up in the client")
/* Translators: patterns.patterns[baas].best_for */
N_("Small teams of front-end people")
/* Translators: patterns.patterns[baas].values.throughput.reason */
N_("Fine for documents read by clients; one hot document takes about one write a second.")
/* Translators: patterns.patterns[baas].values.latency.reason */
N_("Clients talk to the service directly; rules and functions add their share.")
/* Translators: patterns.patterns[baas].values.scaling.reason */
N_("The vendor scales it, up to the limits of a document and a database.")
/* Translators: patterns.patterns[baas].values.global_latency.reason */
N_("Regional services with caches in the client; some are replicated.")
/* Translators: patterns.patterns[baas].values.velocity.reason */
N_("Sign-in, storage, push and live data are ready on the first day.")
/* Translators: patterns.patterns[baas].values.simplicity.reason */
N_("Little code, but rules and queries live in the vendor’s consoles and are hard to test.")
/* Translators: patterns.patterns[baas].values.evolvability.reason */
N_("Logic that grows ends in the client and in triggers, and moving away means rewriting.")
/* Translators: patterns.patterns[baas].values.agent_fit.reason */
N_("Functions can call models; long multi-step runs have no place.")
/* Translators: patterns.patterns[baas].values.talent_pool.reason */
N_("Front-end and mobile developers can do it without back-end specialists.")
/* Translators: patterns.patterns[baas].values.team_fit.reason */
N_("Ideal for a handful of people; many teams share one set of rules and one data model.")
/* Translators: patterns.patterns[baas].values.security.reason */
N_("Certified platform; access rules written by hand decide what every client may read.")
/* Translators: patterns.patterns[baas].values.compliance.reason */
N_("The cloud is certified, but scope differs by product and location is a choice of few.")
/* Translators: patterns.patterns[baas].values.fault_isolation.reason */
N_("Services fail apart from each other, and all of them at once with the vendor.")
/* Translators: patterns.patterns[baas].values.operations.reason */
N_("Nothing to run: the vendor does it.")
/* Translators: patterns.patterns[baas].values.cold_start.reason */
N_("Data access has no cold start; functions behind it do.")
/* Translators: patterns.patterns[baas].values.cost_spiky.reason */
N_("A free allowance each day and nothing to pay while nobody calls.")
/* Translators: patterns.patterns[baas].values.cost_steady.reason */
N_("Every document read and written is billed, so cost follows the screens that users open.")
/* Translators: patterns.patterns[baas].values.freedom.reason */
N_("Data, rules and functions are one vendor’s.")
/* Translators: patterns.patterns[baas].values.compute_efficiency.reason */
N_("Shared infrastructure, but many small calls for what one query would do.")
/* Translators: patterns.patterns[baas].claims[0].claim */
N_("Valid for a mobile first version.")
/* Translators: patterns.patterns[baas].claims[0].data */
N_("13 % of professionals and 18 % of learners use Firebase; 45 % want to keep it, fewer than of Supabase with 51 %.")
/* Translators: patterns.patterns[baas].claims[1].claim */
N_("Less control for scaling than a back end of one’s own.")
/* Translators: patterns.patterns[baas].claims[1].data */
N_("A document takes about one write a second, and cost follows documents read and written.")
/* Translators: companions.companions[kafka].name */
N_("Apache Kafka")
/* Translators: companions.companions[kafka].summary */
N_("Keeps streams of events for as long as needed and lets many consumers read them at their own pace; strong on volume, heavy to run.")
/* Translators: companions.companions[rabbitmq].name */
N_("RabbitMQ")
/* Translators: companions.companions[rabbitmq].summary */
N_("Routes messages to queues with acknowledgements and low delay at moderate volume; the simpler broker to start with.")
/* Translators: companions.companions[nats].name */
N_("NATS")
/* Translators: companions.companions[nats].summary */
N_("A small, fast messaging server, common between Go services.")
/* Translators: companions.companions[celery].name */
N_("Celery")
/* Translators: companions.companions[celery].summary */
N_("The usual task queue of Python: runs long jobs and agent steps outside the request, with retries and schedules.")
/* Translators: companions.companions[bullmq].name */
N_("BullMQ")
/* Translators: companions.companions[bullmq].summary */
N_("Task queue for Node.js on top of Redis, with retries, priorities and delayed jobs.")
/* Translators: companions.companions[temporal].name */
N_("Temporal")
/* Translators: companions.companions[temporal].summary */
N_("Durable workflows: remembers where a long process stood and carries on after a crash.")
/* Translators: companions.companions[sidekiq].name */
N_("Sidekiq")
/* Translators: companions.companions[sidekiq].summary */
N_("Background jobs for Ruby on top of Redis.")
/* Translators: companions.companions[laravel-queues].name */
N_("Laravel queues")
/* Translators: companions.companions[laravel-queues].summary */
N_("Background jobs that come with Laravel, with Horizon to watch them on Redis.")
/* Translators: companions.companions[hangfire].name */
N_("Hangfire")
/* Translators: companions.companions[hangfire].summary */
N_("Background and recurring jobs for .NET, kept in the database at hand.")
/* Translators: companions.companions[oban].name */
N_("Oban")
/* Translators: companions.companions[oban].summary */
N_("Background jobs for Elixir, kept in PostgreSQL.")
/* Translators: companions.companions[postgresql].name */
N_("PostgreSQL")
/* Translators: companions.companions[postgresql].summary */
N_("The default relational database; with pgvector it also answers similarity searches.")
/* Translators: companions.companions[redis].name */
N_("Redis")
/* Translators: companions.companions[redis].summary */
N_("In-memory store for caches, queues and sessions; the store most often named for the memory of agents.")
/* Translators: companions.companions[pgvector].name */
N_("pgvector")
/* Translators: companions.companions[pgvector].summary */
N_("Vector search inside PostgreSQL, enough for most retrieval before a separate vector database pays off.")
/* Translators: companions.companions[firestore].name */
N_("Cloud Firestore")
/* Translators: companions.companions[firestore].summary */
N_("Document database of Firebase with live updates in the client; billed by document read and written.")
/* Translators: companions.companions[langchain].name */
N_("LangChain")
/* Translators: companions.companions[langchain].summary */
N_("Building blocks for applications on language models, first in Python and also in TypeScript.")
/* Translators: companions.companions[langgraph].name */
N_("LangGraph")
/* Translators: companions.companions[langgraph].summary */
N_("Runs agents as graphs of steps with state that survives a restart, for Python and TypeScript.")
/* Translators: companions.companions[pytorch].name */
N_("PyTorch")
/* Translators: companions.companions[pytorch].summary */
N_("Trains and runs models; the main reason why the core of an AI product is written in Python.")
/* Translators: companions.companions[tensorflow].name */
N_("TensorFlow")
/* Translators: companions.companions[tensorflow].summary */
N_("Trains and serves models, with a long record in production.")
/* Translators: companions.companions[numpy].name */
N_("NumPy and pandas")
/* Translators: companions.companions[numpy].summary */
N_("Numerical work in native code behind a Python interface, as fast as compiled languages on large arrays.")
/* Translators: companions.companions[spring-ai].name */
N_("Spring AI")
/* Translators: companions.companions[spring-ai].summary */
N_("Models, vector stores and tool calls from Spring applications.")
/* Translators: companions.companions[semantic-kernel].name */
N_("Semantic Kernel")
/* Translators: companions.companions[semantic-kernel].summary */
N_("Model calls, plugins and agents for .NET, also for Python and Java.")
/* Translators: companions.companions[mcp].summary */
N_("A common protocol by which agents reach tools and data; official packages exist for the main languages.")
/* Translators: companions.companions[pydantic].name */
N_("Pydantic")
/* Translators: companions.companions[pydantic].summary */
N_("Checks incoming data against Python types; FastAPI and many AI libraries are built on it.")
/* Translators: companions.companions[express].name */
N_("Express")
/* Translators: companions.companions[express].summary */
N_("The minimal and most used Node.js framework; without structure of its own, which is why NestJS is preferred for teams.")
/* Translators: companions.companions[nextjs].name */
N_("Next.js")
/* Translators: companions.companions[nextjs].summary */
N_("React with server rendering; shares its language and types with a Node.js back end.")
/* Translators: companions.companions[socketio].name */
N_("Socket.IO")
/* Translators: companions.companions[socketio].summary */
N_("Live connections between browsers and a Node.js server, with rooms and reconnection.")
/* Translators: companions.companions[yjs].name */
N_("Yjs")
/* Translators: companions.companions[yjs].summary */
N_("Shared documents that several people edit at once and that merge without conflict, in JavaScript on both ends.")
/* Translators: companions.companions[graalvm].name */
N_("GraalVM Native Image")
/* Translators: companions.companions[graalvm].summary */
N_("Compiles JVM services ahead of time: start in tens of milliseconds and less memory, for slower builds.")
/* Translators: companions.companions[snapstart].name */
N_("Lambda SnapStart")
/* Translators: companions.companions[snapstart].summary */
N_("Starts Java, Python and .NET functions from a snapshot, which removes most of the cold start.")
/* Translators: companions.companions[spring-modulith].name */
N_("Spring Modulith")
/* Translators: companions.companions[spring-modulith].summary */
N_("Checks the boundaries between modules inside one Spring Boot application.")
/* Translators: companions.companions[aws-lambda].name */
N_("AWS Lambda")
/* Translators: companions.companions[aws-lambda].summary */
N_("Functions run and scaled by Amazon; at most 15 minutes, 10 GB of memory and 250 MB of code each.")
/* Translators: companions.companions[vercel].name */
N_("Vercel")
/* Translators: companions.companions[vercel].summary */
N_("Hosts web front ends and functions in Node.js, Python, Ruby and Go; now advises against its own edge runtime.")
/* Translators: companions.companions[cloudflare-workers].name */
N_("Cloudflare Workers")
/* Translators: companions.companions[cloudflare-workers].summary */
N_("Runs small functions in some 300 places near the users; 128 MB each, JavaScript, Python and Rust first.")
/* Translators: companions.companions[cloud-run].name */
N_("Container service")
/* Translators: companions.companions[cloud-run].summary */
N_("Containers that a provider runs and scales, to zero if wanted; no fifteen-minute limit and any language.")
/* Translators: companions.companions[kubernetes].name */
N_("Kubernetes")
/* Translators: companions.companions[kubernetes].summary */
N_("Schedules containers across machines; the usual ground for microservices and a job of its own to run.")
/* Translators: companions.companions[docker].name */
N_("Docker")
/* Translators: companions.companions[docker].summary */
N_("Packs a service and what it needs into one image that runs the same everywhere.")
/* Translators: companions.companions[azure].name */
N_("Microsoft Azure")
/* Translators: companions.companions[azure].summary */
N_("Microsoft’s cloud; .NET is at home on it, and its directory, databases and functions fit together.")
/* Translators: companions.companions[terraform].name */
N_("Terraform")
/* Translators: companions.companions[terraform].summary */
N_("Describes infrastructure as code, so that environments can be built again and reviewed.")
/* Translators: companions.companions[cicd].name */
N_("CI/CD pipeline")
/* Translators: companions.companions[cicd].summary */
N_("Builds, tests and releases every change automatically, with TeamCity, GitLab, GitHub Actions or the like.")
/* Translators: companions.companions[opentelemetry].name */
N_("OpenTelemetry")
/* Translators: companions.companions[opentelemetry].summary */
N_("Traces, metrics and logs in one format; without it nobody finds a fault between services.")
/* Translators: companions.companions[api-gateway].name */
N_("API gateway")
/* Translators: companions.companions[api-gateway].summary */
N_("One entrance that routes, authenticates and limits requests to the services behind it.")
/* Translators: companions.companions[worker-threads].name */
N_("Worker threads")
/* Translators: companions.companions[worker-threads].summary */
N_("Moves heavy computation off the one thread of Node.js, into threads or a service of its own.")
/* Translators: companions.companions[lockfile-proxy].name */
N_("Registry proxy and lockfile")
/* Translators: companions.companions[lockfile-proxy].summary */
N_("Installs only packages that were pinned and checked; the main defence against malicious packages.")
/* Translators: companions.companions[human-gate].name */
N_("Human approval gate")
/* Translators: companions.companions[human-gate].summary */
N_("A person confirms what an agent is about to do where money, health or safety is at stake.")
/* Translators: companions.companions[read-replicas].name */
N_("Regional read replicas")
/* Translators: companions.companions[read-replicas].summary */
N_("Copies of the data near the users; without them code at the edge waits for a distant database.")
/* Translators: rules.rules[early-stage].statement */
N_("Before the first release, speed of change counts for more than speed of execution.")
/* Translators: rules.rules[early-stage].data */
N_("No controlled study compares the speed of teams by framework; the values of velocity are judgements.")
/* Translators: rules.rules[growing-product].statement */
N_("A growing product needs room to scale and to change.")
/* Translators: rules.rules[established-product].statement */
N_("An established product lives on support, security and change without surprises.")
/* Translators: rules.rules[one-team-early].statement */
N_("One team with a young product should start as one deployable of strict modules and split only where a module asks for it.")
/* Translators: rules.rules[one-team-early].data */
N_("The direction is well supported; the guide’s figure of 90 % of start-ups has no source.")
/* Translators: rules.rules[one-team-early].effects.advise */
N_("Start as a modular monolith; let a module become a service when its load or its team demands it.")
/* Translators: rules.rules[saas].statement */
N_("Software as a service waits on databases more than it computes, ships every week and lives on libraries and on people who know the web.")
/* Translators: rules.rules[saas].data */
N_("The largest registry is npm, but only 227,000 of its packages are in real use.")
/* Translators: rules.rules[real-time].statement */
N_("Real-time collaboration keeps many connections open, must answer within moments and computes little.")
/* Translators: rules.rules[real-time].data */
N_("Phoenix is at least as well suited: two million connections on one machine in 2015, and the most admired framework of the survey.")
/* Translators: rules.rules[real-time-shared-code].statement */
N_("In live collaboration the browser and the server merge the same changes, so one language on both ends saves writing that logic twice.")
/* Translators: rules.rules[real-time-phoenix].statement */
N_("Channels, presence and live pages are part of Phoenix, so live features need little code of their own.")
/* Translators: rules.rules[real-time-phoenix].data */
N_("The guide does not name Phoenix here; no study compares development time.")
/* Translators: rules.rules[real-time-functions].statement */
N_("Functions end after each call, so connections that stay open need another service beside them.")
/* Translators: rules.rules[functions-hold-no-connection].statement */
N_("A function ends with its answer, so the stack’s gift for open connections is lost inside it; a gateway has to hold them.")
/* Translators: rules.rules[functions-hold-no-connection].data */
N_("The limits are published; how much of the gift is lost is a judgement.")
/* Translators: rules.rules[laravel-real-time].statement */
N_("Laravel is not a first choice for real-time products; live connections need a server of their own beside it.")
/* Translators: rules.rules[laravel-real-time].effects.advise */
N_("Plan a separate process for live connections, or take another technology.")
/* Translators: rules.rules[content-commerce].statement */
N_("Content sites and shops mostly serve what a cache can hold: building speed, ready-made parts and pay count for more than raw performance.")
/* Translators: rules.rules[content-commerce].data */
N_("Worldwide median pay for PHP is 27 % below Python; Laravel is used by 64 % of PHP developers.")
/* Translators: rules.rules[content-ready-parts].statement */
N_("Content management and shops come ready-made around PHP, and its people have built many of them.")
/* Translators: rules.rules[content-ready-parts].data */
N_("PHP runs behind 68 % of the sites whose language is known, mostly through WordPress, which says little of new builds.")
/* Translators: rules.rules[content-admin].statement */
N_("Django and Rails bring the administration pages and the content or shop packages that such sites need.")
/* Translators: rules.rules[content-vision].statement */
N_("A department store had a vision model in Python write its product descriptions and cut manual entry by 70 %.")
/* Translators: rules.rules[content-vision].data */
N_("The guide tells this case; no independent account was found.")
/* Translators: rules.rules[content-vision].effects.advise */
N_("Put image and text models in a Python service beside the shop.")
/* Translators: rules.rules[mobile-first-version].statement */
N_("The first version of a mobile app needs sign-in, data and push sooner than anything else, at next to no cost while there are few users.")
/* Translators: rules.rules[mobile-first-version].data */
N_("13 % of professionals use Firebase, but only 45 % want to keep it, against 51 % for Supabase.")
/* Translators: rules.rules[mobile-client-kit].statement */
N_("A backend as a service brings sign-in, offline data and push as parts of the app, so a mobile team hardly writes a server.")
/* Translators: rules.rules[mobile-client-kit-pattern].statement */
N_("With a backend as a service the app talks to ready-made parts, and there is hardly any server code to test.")
/* Translators: rules.rules[baas-without-app].statement */
N_("Without an app that talks to it directly, the parts of a backend as a service lie idle.")
/* Translators: rules.rules[firebase-without-app].statement */
N_("Without an app that talks to it directly, most of what makes Firebase quick lies idle.")
/* Translators: rules.rules[mobile-control].statement */
N_("Once a mobile product must scale, a back end of one’s own in Node.js or Python gives the control that Firebase does not.")
/* Translators: rules.rules[mobile-control].effects.advise */
N_("Plan how data and logic leave Firebase before the app grows: access is billed by document, and one document takes about one write a second.")
/* Translators: rules.rules[mobile-logic].statement */
N_("Python suits mobile back ends with much logic.")
/* Translators: rules.rules[mobile-logic].data */
N_("No data on this was found.")
/* Translators: rules.rules[mobile-logic].effects.advise */
N_("Keep heavy logic on the server, where Python’s libraries are, and the app thin.")
/* Translators: rules.rules[react-shared-types].statement */
N_("With a React client, logic, checks and types can be written once and people work on both ends.")
/* Translators: rules.rules[react-native-shared].statement */
N_("A React Native client is JavaScript as well, so one language and one set of people cover app and server.")
/* Translators: rules.rules[react-native-shared].data */
N_("No figures on this were found; it is plausible.")
/* Translators: rules.rules[api-first].statement */
N_("Where a separate client calls an API, a framework that documents the API by itself helps, and page templates are of no use.")
/* Translators: rules.rules[api-first].data */
N_("The guide puts FastAPI near Node.js and Go in speed; under load it reached 1,843 requests a second against 4,172 and 4,362. At one user they are level.")
/* Translators: rules.rules[ai-core].statement */
N_("Where AI or data is the core, its libraries decide, and Python leads by far.")
/* Translators: rules.rules[ai-core].data */
N_("Supported: 16 of 19 providers ship a Python SDK, and 54 of the 100 most followed Python projects are about AI.")
/* Translators: rules.rules[ai-model-time].statement */
N_("A model takes seconds to answer, beside which the milliseconds of a framework hardly count.")
/* Translators: rules.rules[ai-model-time].data */
N_("A judgement: no comparison of frameworks in front of models was found.")
/* Translators: rules.rules[ai-native-libraries].statement */
N_("Number crunching in Python runs in native libraries, so the interpreter’s slowness shows only around it.")
/* Translators: rules.rules[ai-native-libraries].data */
N_("A matrix product takes 0.066 s with NumPy against 0.081 s in C++; in Python itself it takes 2,000 times as long.")
/* Translators: rules.rules[ai-api-layer].statement */
N_("The API in front of an AI core may be Node.js or Go; the core itself belongs in Python.")
/* Translators: rules.rules[ai-api-layer].data */
N_("Calling models is well supported in TypeScript: 86 million downloads of the MCP SDK a month.")
/* Translators: rules.rules[ai-api-layer].effects.advise */
N_("If this is the API layer, keep training, inference and data work in a Python service behind it.")
/* Translators: rules.rules[agents].statement */
N_("With retrieval or agents on the roadmap, official SDKs, libraries and a structure made for long runs decide.")
/* Translators: rules.rules[agents].data */
N_("28 % of agent builders orchestrate several agents; Gartner expects over 40 % of agentic projects to be cancelled by 2027.")
/* Translators: rules.rules[agents].effects.advise */
N_("Plan a broker (Kafka or RabbitMQ), a queue for asynchronous tasks (Celery or BullMQ) and a store for the agents’ memory.")
/* Translators: rules.rules[agents-weight].statement */
N_("A weak AI ecosystem is paid for later in glue code, so it weighs as soon as agents or retrieval are planned.")
/* Translators: rules.rules[agents-weight].data */
N_("Python leads with 16 of 19 providers and TypeScript follows with 12; all five large AI SDKs exist for Java, Go and C# as well.")
/* Translators: rules.rules[agents-in-one-unit].statement */
N_("Inside the application, agent runs of several minutes are lost at every release or crash and slow down everything else.")
/* Translators: rules.rules[no-ai-planned].statement */
N_("Without AI in the product or on the roadmap, its libraries are only an option for later.")
/* Translators: rules.rules[agent-glue].statement */
N_("Where the big providers ship no SDK, every model call becomes glue code of one’s own.")
/* Translators: rules.rules[agent-glue].data */
N_("The guide fears glue code outside Python; all five large AI SDKs exist for Java, Go and C#, so it holds for Elixir, Haskell and C++ and partly for PHP and Rust.")
/* Translators: rules.rules[agent-glue].effects.advise */
N_("Plan a Python or TypeScript service for model calls beside it.")
/* Translators: rules.rules[agents-task-queues].statement */
N_("Python with Celery and Node.js with BullMQ have the task queues that long agent runs need; Elixir supervises them by nature.")
/* Translators: rules.rules[agents-with-consequences].statement */
N_("Agents that touch money, health or safety need a person who approves and a record of what was done.")
/* Translators: rules.rules[agents-with-consequences].data */
N_("33 % of developers trust what AI puts out, and 87 % of agent builders worry about its accuracy.")
/* Translators: rules.rules[agents-with-consequences].effects.advise */
N_("Put a human approval gate and an audit log before every action that cannot be undone.")
/* Translators: rules.rules[banking].statement */
N_("Whoever moves money needs security, support for many years and controls that auditors accept.")
/* Translators: rules.rules[banking].data */
N_("Java has the longest support of all, partly paid; .NET is of the same class, and Go has had a FIPS 140-3 certificate since 2026. No figure for the share of banks on Java was found.")
/* Translators: rules.rules[banking-weight].statement */
N_("Banks and payment firms are audited in effect, whoever licenses them: support and the origin of every package count for more than the price of machines.")
/* Translators: rules.rules[mobile-banking].statement */
N_("A banking app on the phone calls for a back end with strict security.")
/* Translators: rules.rules[mobile-banking].data */
N_("The guide calls Java with Spring Boot the standard here; no source with numbers was found.")
/* Translators: rules.rules[banking-spring-record].statement */
N_("A US fintech moved legacy payments to Spring Boot with CI/CD and reports releases without downtime at bank-grade compliance.")
/* Translators: rules.rules[banking-spring-record].data */
N_("The guide tells this case; it is one vendor’s account.")
/* Translators: rules.rules[banking-spring-record].effects.advise */
N_("Automate releases from the first day (TeamCity or another CI/CD), so that upgrades and audits become routine.")
/* Translators: rules.rules[business-web].statement */
N_("Business web applications live long, carry many rules and are audited: support, types, tools and speed count.")
/* Translators: rules.rules[business-web].data */
N_(".NET was near the top of TechEmpower, which has ended; in the RealWorld test Spring Boot was faster (1,897 against 1,339 requests a second).")
/* Translators: rules.rules[business-web-parts].statement */
N_("Directories, roles, forms, reports and links to office software are ready-made around .NET and Spring.")
/* Translators: rules.rules[business-web-parts].data */
N_("No count of such parts was found; the guide names .NET for enterprise web applications.")
/* Translators: rules.rules[enterprise-links].statement */
N_("Connectors to Oracle, SAP and IBM systems are written for the JVM first.")
/* Translators: rules.rules[enterprise-links].data */
N_("No count of connectors was found.")
/* Translators: rules.rules[enterprise-links-support].statement */
N_("Whoever links to enterprise systems lives with their long cycles of support and audit.")
/* Translators: rules.rules[enterprise-weight].statement */
N_("Software that large companies run for years has to be secure, supported and compliant before it is anything else.")
/* Translators: rules.rules[game-back-end].statement */
N_("Game servers hold many players, answer within a frame and meet a peak at every release.")
/* Translators: rules.rules[game-weight].statement */
N_("Players feel every delay, so performance weighs more.")
/* Translators: rules.rules[game-shared-code].statement */
N_("Many game clients are written in C#, so rules of the game can be shared with a .NET server.")
/* Translators: rules.rules[team-below-20-micro].statement */
N_("Below twenty engineers the upkeep of microservices outweighs the freedom that they give.")
/* Translators: rules.rules[team-below-20-micro].data */
N_("Sources put the turn at 10 to 30 engineers; none has measured it.")
/* Translators: rules.rules[team-below-10-micro].statement */
N_("Fewer than ten engineers can hardly keep microservices running beside their work.")
/* Translators: rules.rules[team-below-10-micro].data */
N_("At Segment three engineers did nothing but upkeep of more than 140 services.")
/* Translators: rules.rules[team-from-30-micro].statement */
N_("From thirty engineers on, independent releases begin to pay for microservices.")
/* Translators: rules.rules[team-from-50-micro].statement */
N_("With fifty engineers and more, services owned by teams are the common answer.")
/* Translators: rules.rules[team-below-10-events].statement */
N_("Brokers, formats and late consistency are heavy for fewer than ten engineers.")
/* Translators: rules.rules[team-from-30-events].statement */
N_("From thirty engineers on, teams profit from talking through events.")
/* Translators: rules.rules[team-below-20-monolith].statement */
N_("Up to twenty engineers work well in one code base of modules.")
/* Translators: rules.rules[team-from-100-monolith].statement */
N_("With a hundred engineers and more, one code base works only with strictly enforced boundaries.")
/* Translators: rules.rules[team-from-100-monolith].data */
N_("Shopify keeps more than 1,000 developers in one code base.")
/* Translators: rules.rules[team-below-20-small-patterns].statement */
N_("Few engineers gain most from patterns that need little agreement: layers in one unit, or a backend as a service.")
/* Translators: rules.rules[team-below-10-small-patterns].statement */
N_("A handful of engineers gains even more from patterns that need little agreement.")
/* Translators: rules.rules[team-from-30-small-patterns].statement */
N_("From thirty engineers on, shared layers and shared vendor rules make teams wait for each other.")
/* Translators: rules.rules[several-teams].statement */
N_("Several teams on separate parts need boundaries that let each release by itself.")
/* Translators: rules.rules[several-teams].data */
N_("46 % of companies run microservices; teams that own the whole life of a service succeed more often.")
/* Translators: rules.rules[several-teams-one-release].statement */
N_("Several teams that share one deployable wait for each other’s tests and releases.")
/* Translators: rules.rules[several-teams-one-release].data */
N_("Shopify and the DORA studies show that strict boundaries and fast pipelines can make up for much of it.")
/* Translators: rules.rules[many-teams-one-release].statement */
N_("With six teams and more, one release for all becomes the bottleneck of each.")
/* Translators: rules.rules[several-teams-services].statement */
N_("With automation in place, teams that own their services release without asking each other.")
/* Translators: rules.rules[types-for-large-teams].statement */
N_("On a large code base with many hands, strict types catch faults that reviews miss.")
/* Translators: rules.rules[types-for-large-teams].data */
N_("Types would have caught 15 % of public JavaScript bugs; Shopify runs more than 1,000 developers on Ruby all the same.")
/* Translators: rules.rules[structure-for-large-teams].statement */
N_("On a large code base with many hands, strict types, one common structure and tools that rename and move code safely pay back their ceremony.")
/* Translators: rules.rules[structure-for-large-teams].data */
N_("The guide says so of Java; no study compares teams of this size.")
/* Translators: rules.rules[nest-structure].statement */
N_("A Node.js team of six and more is better off with the modules, controllers and services that NestJS enforces.")
/* Translators: rules.rules[nest-structure].data */
N_("Untested: 50 % of its users want to go on with NestJS and 45 % with Express, which is downloaded ten times as often.")
/* Translators: rules.rules[bare-node-many-hands].statement */
N_("Where many engineers share a bare Node.js framework, its layout becomes a matter of argument and newcomers have to learn it.")
/* Translators: rules.rules[bare-node-many-hands].data */
N_("No study compares the two; teams that agree on a structure early lose little.")
/* Translators: rules.rules[bare-node-many-hands].effects.advise */
N_("Write the structure down and check it in the pipeline, or take NestJS on its Fastify adapter.")
/* Translators: rules.rules[hire-fast].statement */
N_("A team that must grow fast needs a language that many people know and others learn quickly.")
/* Translators: rules.rules[hire-fast].data */
N_("The sizes of the pools are supported; the guide’s author sells staff augmentation.")
/* Translators: rules.rules[niche-hiring].statement */
N_("With a niche language, plan more time and often more pay for every hire.")
/* Translators: rules.rules[niche-hiring].data */
N_("The guide says three times as long and 20 to 30 % more pay. Recruiters quote 7 weeks for Elixir against 5, so 1.4 times; pay is 42 % above Python for Elixir and 1 % for Haskell.")
/* Translators: rules.rules[niche-hiring].effects.advise */
N_("Plan 1.4 to 3 times the usual time for each hire and up to 40 % more pay, and train people from related languages.")
/* Translators: rules.rules[niche-small-team].statement */
N_("In a small team on a niche language, one engineer who leaves can halt the roadmap.")
/* Translators: rules.rules[niche-small-team].data */
N_("2.8 % of professionals use Elixir and 1.6 % used Haskell.")
/* Translators: rules.rules[niche-small-team].effects.advise */
N_("Keep at least two people on every part and write down how it runs.")
/* Translators: rules.rules[agency].statement */
N_("Agencies and freelancers are judged by price and speed, and somebody else must be able to take over.")
/* Translators: rules.rules[agency-handover].statement */
N_("Freelancers who build with Laravel are easy to find and to replace.")
/* Translators: rules.rules[agency-handover].data */
N_("The guide names it among the most productive for freelancers; no count was found.")
/* Translators: rules.rules[known-language].statement */
N_("Whatever the team does not know has to be learnt on the way, so what it knows weighs more.")
/* Translators: rules.rules[team-knows-javascript].statement */
N_("People who are at home in JavaScript or TypeScript start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-javascript].statement */
N_("People who are at home in JavaScript or TypeScript need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-python].statement */
N_("People who are at home in Python start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-python].statement */
N_("People who are at home in Python need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-jvm].statement */
N_("People who are at home in Java or Kotlin start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-jvm].statement */
N_("People who are at home in Java or Kotlin need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-dotnet].statement */
N_("People who are at home in C# start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-dotnet].statement */
N_("People who are at home in C# need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-go].statement */
N_("People who are at home in Go start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-go].statement */
N_("People who are at home in Go need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-php].statement */
N_("People who are at home in PHP start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-php].statement */
N_("People who are at home in PHP need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-ruby].statement */
N_("People who are at home in Ruby start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-ruby].statement */
N_("People who are at home in Ruby need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-rust].statement */
N_("People who are at home in Rust start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-knows-rust].data */
N_("Two thirds of Google’s engineers felt confident in Rust within two months; whoever is at home in it saves that time.")
/* Translators: rules.rules[team-new-to-other-than-rust].statement */
N_("People who are at home in Rust need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-cpp].statement */
N_("People who are at home in C++ start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-cpp].statement */
N_("People who are at home in C++ need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-elixir].statement */
N_("People who are at home in Elixir start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-elixir].statement */
N_("People who are at home in Elixir need months until they are as quick in another language.")
/* Translators: rules.rules[team-knows-haskell].statement */
N_("People who are at home in Haskell start at once and make fewer beginner’s mistakes in it.")
/* Translators: rules.rules[team-new-to-other-than-haskell].statement */
N_("People who are at home in Haskell need months until they are as quick in another language.")
/* Translators: rules.rules[culture].statement */
N_("Without engineering culture the best stack fails: automate tests and releases before anything else.")
/* Translators: rules.rules[culture].data */
N_("DORA finds factors of a hundred and more between the best and the weakest teams; practice makes them, not architecture.")
/* Translators: rules.rules[culture].effects.advise */
N_("Set up version control, tests, a pipeline and monitoring first; expect less from every stack until they stand.")
/* Translators: rules.rules[no-devops-no-microservices].statement */
N_("Without a DevOps culture and automation, microservices become a distributed monolith.")
/* Translators: rules.rules[no-devops-no-microservices].data */
N_("Supported: only 58 % of companies have a DevOps function and 38 % observability, while 46 % run microservices.")
/* Translators: rules.rules[no-devops-events].statement */
N_("Brokers and workers that nobody watches lose messages without a sound.")
/* Translators: rules.rules[no-devops-functions].statement */
N_("Functions, too, need pipelines and traces once there are more than a few.")
/* Translators: rules.rules[several-teams-before-platform].statement */
N_("Several teams can use microservices only as well as their pipelines and monitoring carry them.")
/* Translators: rules.rules[several-teams-before-platform].data */
N_("Only 38 % of companies have observability, while 46 % run microservices.")
/* Translators: rules.rules[several-teams-before-platform].effects.advise */
N_("Build pipelines, tracing and on-call duty first; until they stand, keep one unit of strict modules.")
/* Translators: rules.rules[mature-devops-microservices].statement */
N_("A platform with automation and observability takes most of the burden of microservices off the teams.")
/* Translators: rules.rules[mature-devops-microservices].data */
N_("The values describe the average company, which has about two of the four practices; this is the difference to all four.")
/* Translators: rules.rules[mature-devops-events].statement */
N_("A platform with automation and observability makes brokers and workers manageable.")
/* Translators: rules.rules[mature-devops-functions].statement */
N_("Pipelines and traces help to keep many functions in order.")
/* Translators: rules.rules[small-distributed].statement */
N_("With few engineers, a distributed design takes time from features and spends it on operations.")
/* Translators: rules.rules[small-distributed].effects.advise */
N_("If it must be distributed, keep the number of services below the number of engineers.")
/* Translators: rules.rules[modest-load].statement */
N_("At a modest load every stack here is fast enough; the objection that Python is slow is moot.")
/* Translators: rules.rules[modest-load].data */
N_("At one user Go, Rust, Fastify, FastAPI and Spring answer alike; under load Python needs two to four times the machines. The guide’s 90 % of cases is its own figure.")
/* Translators: rules.rules[io-bound].statement */
N_("Work that mostly waits wants a runtime that does not block while it waits.")
/* Translators: rules.rules[io-bound].data */
N_("On short database calls Fastify comes within 5 % of Go.")
/* Translators: rules.rules[cpu-heavy].statement */
N_("Heavy computation wants real threads on every core.")
/* Translators: rules.rules[cpu-heavy-weight].statement */
N_("Where users wait for computation, performance is part of the product.")
/* Translators: rules.rules[cpu-heavy-blocks].statement */
N_("On a runtime with one thread for code, a heavy job makes every other request wait.")
/* Translators: rules.rules[cpu-heavy-blocks].data */
N_("Python supports running without its lock since 3.14, as an option that costs 5 to 10 %; Node.js has worker threads. Segment and Prime Video show that a split has its price.")
/* Translators: rules.rules[cpu-heavy-blocks].effects.advise */
N_("Move heavy jobs to worker threads, worker processes or a service of their own.")
/* Translators: rules.rules[cpu-heavy-lock].statement */
N_("Python’s lock lets one thread compute at a time, unless the work is done in native libraries.")
/* Translators: rules.rules[cpu-heavy-lock].data */
N_("Running without the lock is supported since Python 3.14, as an option that costs 5 to 10 %; in 2024 only 15 % of Python developers were on 3.13.")
/* Translators: rules.rules[cpu-heavy-lock].effects.advise */
N_("Move heavy jobs to worker processes, native libraries or a service of their own.")
/* Translators: rules.rules[cpu-heavy-workers].statement */
N_("With workers for heavy jobs, single-threaded runtimes use more of the machine.")
/* Translators: rules.rules[high-scale].statement */
N_("High-throughput services and cloud infrastructure live on raw performance, small memory and quick starts.")
/* Translators: rules.rules[high-scale].data */
N_("Supported for Go: 21 MB on average under load against 807 MB for Spring Boot, and a bare start in 51 ms.")
/* Translators: rules.rules[high-scale-weight].statement */
N_("Where raw performance decides, it weighs more than anything else.")
/* Translators: rules.rules[go-libraries].statement */
N_("Go has fewer libraries than npm or PyPI by reputation.")
/* Translators: rules.rules[go-libraries].data */
N_("Mostly out of date: 683,000 modules, level with Maven and NuGet and close to PyPI.")
/* Translators: rules.rules[go-libraries].effects.advise */
N_("Check the few libraries that you need; breadth is no longer the problem.")
/* Translators: rules.rules[very-many-connections].statement */
N_("Hundreds of thousands of open connections ask for cheap concurrency and little memory for each, and for little computation.")
/* Translators: rules.rules[very-many-connections].data */
N_("Best documented for Elixir (2.6 KB a process, two million connections on one machine); no measurement of millions of virtual threads in Java was found.")
/* Translators: rules.rules[connections-broker].statement */
N_("A broker takes in what very many senders report, evens out their peaks, and lets each consumer scale by itself.")
/* Translators: rules.rules[connections-broker].data */
N_("605 MB/s on three brokers, and 5 ms in 99 of 100 cases at 200 MB/s: a vendor’s own measurement. For live collaboration the answer matters, not the intake, so the rule leaves that out.")
/* Translators: rules.rules[firebase-connections].statement */
N_("A Realtime Database takes 200,000 connections, so a larger fleet has to be spread over several.")
/* Translators: rules.rules[uneven-scaling].statement */
N_("Parts with vastly different needs should scale apart from each other.")
/* Translators: rules.rules[uneven-scaling].data */
N_("It can go the other way: Prime Video saved over 90 % on one service by putting its parts together.")
/* Translators: rules.rules[uneven-scaling].effects.advise */
N_("Split off only the part that needs more first; the rest may stay one unit.")
/* Translators: rules.rules[uneven-scaling-weight].statement */
N_("Parts that need many times the rest make performance matter even in an ordinary product.")
/* Translators: rules.rules[uneven-scaling-monolith].statement */
N_("One unit has to be copied whole when a single part needs more, and that part takes processor time from all the others.")
/* Translators: rules.rules[uneven-scaling-few-services].statement */
N_("With automation in place, only the part that needs more becomes a service, and a few services ask far less of a team than many.")
/* Translators: rules.rules[uneven-scaling-few-services].data */
N_("No study separates a few services from many; Segment gave up more than 140.")
/* Translators: rules.rules[spiky-load].statement */
N_("Quiet spells with sudden peaks reward what scales by itself and costs nothing while idle.")
/* Translators: rules.rules[peaks-without-operators].statement */
N_("Where nobody runs servers, one unit has to stand ready for the peak all day, and somebody has to wake up when it is higher.")
/* Translators: rules.rules[peaks-without-operators].data */
N_("Half of the customers that Datadog saw on AWS ran functions already in 2022; the size of the effect is a judgement.")
/* Translators: rules.rules[peaks-without-operators-weight].statement */
N_("With peaks and nobody to run servers, what running takes decides before what building takes.")
/* Translators: rules.rules[peaks-without-operators-weight].data */
N_("The size of the effect is a judgement.")
/* Translators: rules.rules[steady-load].statement */
N_("A high load all day rewards machines that are fully used.")
/* Translators: rules.rules[steady-load-functions].statement */
N_("Functions called all day cost more than machines that run all day.")
/* Translators: rules.rules[steady-load-functions].data */
N_("Prime Video cut the cost of one service by over 90 % when it left them, after a limit at 5 % of the expected load.")
/* Translators: rules.rules[steady-load-functions].effects.advise */
N_("Compare the bill at full load with a container service before you commit.")
/* Translators: rules.rules[worldwide-latency].statement */
N_("For users on several continents, the way to the data decides how long they wait.")
/* Translators: rules.rules[worldwide-latency].data */
N_("Near zero only for cached or replicated data; with several round trips to a central database a server beside it is faster, and Vercel advises leaving its edge runtime.")
/* Translators: rules.rules[worldwide-latency].effects.advise */
N_("Cache and replicate data in the regions first; then move logic to the edge.")
/* Translators: rules.rules[worldwide-latency-weight].statement */
N_("Where distance decides how long people wait, performance weighs more.")
/* Translators: rules.rules[edge-limits].statement */
N_("Models, heavy libraries and heavy computation do not fit into 128 MB and a few milliseconds at the edge.")
/* Translators: rules.rules[edge-limits].data */
N_("Workers allow 128 MB, 10 MB of code, and 10 ms of processor time on the free plan or 30 s on the paid one.")
/* Translators: rules.rules[functions-heavy-computation].statement */
N_("Heavy computation in functions is billed by the millisecond on small machines.")
/* Translators: rules.rules[safety-shared-platforms].statement */
N_("Where a missed deadline is a disaster, platforms that give no guarantee for any single call are out.")
/* Translators: rules.rules[regional-users].statement */
N_("Users in one region or two gain little from code in every place of the world.")
/* Translators: rules.rules[edge-cached-content].statement */
N_("Pages that mostly read can be cached in every place, and there the edge keeps its promise.")
/* Translators: rules.rules[worldwide-content-weight].statement */
N_("A site or shop for the whole world is read far from its data centre, so the way there counts again.")
/* Translators: rules.rules[worldwide-content-weight].data */
N_("It holds for what can be cached or kept in every region; the size of the effect is a judgement.")
/* Translators: rules.rules[long-jobs-functions].statement */
N_("Jobs beyond fifteen minutes, or larger than functions allow, cannot run as functions.")
/* Translators: rules.rules[long-jobs-functions].data */
N_("Lambda stops after 15 minutes and takes 250 MB of code and 10 GB of memory; Workers have 128 MB.")
/* Translators: rules.rules[long-jobs-queue].statement */
N_("Long jobs belong in a queue with workers outside the request.")
/* Translators: rules.rules[long-jobs-queue].effects.advise */
N_("Plan a task queue whose jobs survive a restart.")
/* Translators: rules.rules[regulated].statement */
N_("Regulated industries need long support, security, packages of known origin and a record that auditors accept; they count for more than speed and machines.")
/* Translators: rules.rules[regulated].data */
N_("Java’s support is the longest (JDK to 2033, Spring to 2032 if paid); .NET is of the same class, and Go has had a FIPS 140-3 certificate since 2026.")
/* Translators: rules.rules[regulated-fastapi].statement */
N_("FastAPI has no version 1.0, no published support policy and one principal maintainer.")
/* Translators: rules.rules[regulated-fastapi].effects.advise */
N_("Ask for a mitigation that auditors accept: pinned versions, a fork plan or Django with its long-term support.")
/* Translators: rules.rules[npm-supply-chain].statement */
N_("Most malicious packages found are on npm, so a Node.js product with much to protect needs a guarded supply chain.")
/* Translators: rules.rules[npm-supply-chain].data */
N_("npm holds 94 % of the malicious packages found since 2018.")
/* Translators: rules.rules[npm-supply-chain].effects.advise */
N_("Require lockfiles, provenance checks and a registry proxy.")
/* Translators: rules.rules[cpp-memory-safety].statement */
N_("Public guidance advises against C++ for new network services, because most severe flaws in it are memory errors.")
/* Translators: rules.rules[cpp-memory-safety].data */
N_("About 70 % of severe flaws at Microsoft and Chrome are memory errors.")
/* Translators: rules.rules[cpp-memory-safety].effects.advise */
N_("Take a memory-safe language, or plan sanitisers, fuzzing and hardening from the start.")
/* Translators: rules.rules[safety-critical].statement */
N_("Where memory errors or pauses would be a disaster, safety and speed outweigh the speed of development.")
/* Translators: rules.rules[safety-critical].data */
N_("The price of Rust is lower than the guide says: at Google two thirds were confident within two months, and teams were as productive as with Go.")
/* Translators: rules.rules[safety-collector].statement */
N_("A runtime that collects garbage may pause at the wrong moment; Rust and C++ do not collect.")
/* Translators: rules.rules[rust-early].statement */
N_("For an ordinary early product Rust costs more time than it saves machines.")
/* Translators: rules.rules[rust-early].data */
N_("Softened by Google’s figures; on work that waits for databases Rust is no faster than Go.")
/* Translators: rules.rules[rust-early].effects.advise */
N_("Keep Rust for the hot path that measurements point to.")
/* Translators: rules.rules[microsoft-house].statement */
N_("In a Microsoft or Azure house, .NET finds its directory, its tools, its licences and its people in place.")
/* Translators: rules.rules[microsoft-house].data */
N_("No evidence against it; ASP.NET Core is the most admired of the large frameworks (61 %).")
/* Translators: rules.rules[dotnet-image].statement */
N_("Start-ups may still think of .NET as Windows only.")
/* Translators: rules.rules[dotnet-image].data */
N_("No data on this; 21 % of professionals use ASP.NET Core, so the image seems to fade.")
/* Translators: rules.rules[dotnet-image].effects.advise */
N_("Say in every advert that it runs on Linux.")
/* Translators: rules.rules[on-premises].statement */
N_("Without a cloud provider there are no managed functions, no edge and no backend as a service.")
/* Translators: rules.rules[on-premises-firebase].statement */
N_("Firebase exists only as a service of Google.")
/* Translators: rules.rules[on-premises-self].statement */
N_("Who runs everything in house needs what is easy to run, free of vendors and frugal.")
/* Translators: rules.rules[serverless-wanted].statement */
N_("Functions start again and again, so a quick start and little to operate count.")
/* Translators: rules.rules[serverless-wanted].data */
N_("Python and Node.js are the usual languages; a bare start takes 51 ms with Go and about 100 and 140 ms with Python and Node.js, frameworks extra.")
/* Translators: rules.rules[serverless-only].statement */
N_("Where only functions and services of a provider may be used, applications, services and brokers on machines of one’s own are out.")
/* Translators: rules.rules[serverless-only].data */
N_("A container service that scales to nothing would let a monolith stay; allow it by leaving this fact off.")
/* Translators: rules.rules[always-on].statement */
N_("Where services run all day, a slow start is seen only at releases and when copies are added.")
/* Translators: rules.rules[serverless-usual-languages].statement */
N_("Examples, tools and people for functions are most plentiful in Node.js and Python.")
/* Translators: rules.rules[serverless-java].statement */
N_("Frameworks on the JVM start too slowly for functions; only native images make them fit.")
/* Translators: rules.rules[serverless-java].data */
N_("The bare JVM starts in 192 ms, faster than .NET; with Spring Boot it takes 4 to 15 seconds, with Quarkus or Ktor about 2. Snapshots (SnapStart) are the other way out.")
/* Translators: rules.rules[serverless-java].effects.advise */
N_("Compile to native images with GraalVM, or start from snapshots; otherwise take another technology for functions.")
/* Translators: rules.rules[native-images].statement */
N_("Native images start in a fraction of a second and use a fraction of the memory of a JVM.")
/* Translators: rules.rules[native-images].data */
N_("Measured: Spring Boot from 4,130 to 133 ms and from 567 to 132 MB, Quarkus from 1,890 to 49 ms, at equal throughput.")
/* Translators: rules.rules[native-images-build].statement */
N_("Native builds take long and forbid some reflection, which slows development.")
/* Translators: rules.rules[serverless-no-runtime].statement */
N_("Lambda has no managed runtime for PHP, Elixir or Haskell; the team builds and patches its own.")
/* Translators: rules.rules[edge-unsupported].statement */
N_("Edge platforms run JavaScript, Python, Rust and WebAssembly; these runtimes have no usable way there.")
/* Translators: rules.rules[edge-unsupported].data */
N_("WebAssembly is planned for Java, early for Kotlin, a preview for .NET and Haskell, without kit for PHP and Ruby; nothing was found for Elixir.")
/* Translators: rules.rules[edge-python].statement */
N_("Python starts in about a second at the edge, and few of its packages run there.")
/* Translators: rules.rules[edge-wasm-only].statement */
N_("Go and C++ reach the edge through WebAssembly only, with larger bundles and missing libraries.")
/* Translators: rules.rules[jvm-microservices].statement */
N_("Every JVM service keeps hundreds of megabytes, and microservices keep many of them.")
/* Translators: rules.rules[modules-by-framework].statement */
N_("NestJS, Django, Spring Boot and .NET have modules of their own that keep a monolith in order.")
/* Translators: rules.rules[paid-spring].statement */
N_("With a contract, a line of Spring Boot is supported for seven years instead of thirteen months.")
/* Translators: rules.rules[unpaid-spring].statement */
N_("Without a contract Spring Boot has to be upgraded every thirteen months; the long horizon is a paid one.")
/* Translators: rules.rules[unpaid-spring].effects.advise */
N_("Buy support, or plan an upgrade of Spring Boot each year.")
/* Translators: rules.rules[framework-without-promise].statement */
N_("NestJS, Fastify and Ktor rest on the support of the runtime below them: no published window for the framework itself was found.")
/* Translators: rules.rules[framework-without-promise].data */
N_("The months that are counted are those of Node.js and of the JDK.")
/* Translators: rules.rules[framework-without-promise].effects.advise */
N_("Ask who will fix the framework in three years, and pin its versions.")
/* Translators: rules.rules[cpp-web-pool].statement */
N_("Few C++ developers build web back ends, so the pool to hire from is smaller than the language suggests.")
/* Translators: rules.rules[cpp-web-pool].data */
N_("22 % of professionals use C++, but for games, devices and systems; no figure on web services was found, so the size of the correction is a judgement.")
/* Translators: rules.rules[dotnet-versions].statement */
N_(".NET 8 and .NET 9 both reached their end of support on 10 November 2026.")
/* Translators: rules.rules[dotnet-versions].effects.advise */
N_("Start on .NET 10, supported until 14 November 2028.")
/* Translators: rules.rules[node-versions].statement */
N_("Node.js 20 reached its end of support on 30 April 2026.")
/* Translators: rules.rules[node-versions].effects.advise */
N_("Start on Node.js 24 or 26.")
/* Translators: rules.rules[python-versions].statement */
N_("Python 3.10 reached its end of support on 31 October 2026.")
/* Translators: rules.rules[python-versions].effects.advise */
N_("Start on Python 3.13 or 3.14.")
/* Translators: rules.rules[rails-versions].statement */
N_("Rails 8.0 reached its end of support on 7 November 2026.")
/* Translators: rules.rules[rails-versions].effects.advise */
N_("Start on Rails 8.1.")
/* Translators: rules.rules[sustainability].statement */
N_("With a target for energy, processor time and memory decide how many machines run, and a quick start lets idle ones sleep; that is worth some speed of development.")
/* Translators: rules.rules[sustainability].data */
N_("Rust and C++ lead. Go for Java saves memory (21 against 807 MB), not processor energy, where Java was better (1.98 against 3.23 times C).")
