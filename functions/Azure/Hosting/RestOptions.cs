using Azure.Core;

namespace SoraFunctions.Azure.Hosting;

/// <summary>How a REST service is reached: transport and repeats, as every client of the SDK has them.</summary>
internal sealed class RestOptions : ClientOptions;
