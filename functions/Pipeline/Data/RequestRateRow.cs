namespace SoraFunctions.Pipeline.Data;

/// <summary>How much of what a key or a tenant may send in a minute is used up, over all machines.</summary>
public sealed class RequestRateRow
{
    /// <summary>Whose: the id of a key, or <c>tenant</c> and its id.</summary>
    public required string Party { get; init; }

    /// <summary>When all of it is there again, in ticks of UTC. Up to a minute ahead; a whole minute for used up.</summary>
    public required long FullAt { get; set; }
}
