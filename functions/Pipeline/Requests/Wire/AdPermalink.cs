using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A checkout by the Universal Commerce Protocol as it is written.</summary>
/// <param name="Endpoint">Where the shop takes such links.</param>
/// <param name="Items">What is bought.</param>
public sealed record AdPermalink(
    [property: Description("Where the shop takes permalinks: an https address, from its profile at /.well-known/ucp.")] string Endpoint,
    [property: Description("The shop's ids with how many of each, such as {\"kettle-1\": 1}; 1 to 20.")] IReadOnlyDictionary<string, int> Items);
