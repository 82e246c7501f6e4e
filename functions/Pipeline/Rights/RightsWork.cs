namespace SoraFunctions.Pipeline.Rights;

/// <summary>Something that a rights-holder owns.</summary>
/// <param name="Id"><c>work_</c> and 32 hex digits.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As it is named in refusals and manifests.</param>
/// <param name="Aliases">Other names that it is known by, in any language.</param>
/// <param name="Confirmed">
/// Whether the operator has confirmed that it is the holder's. What is not guards nothing and can't be granted, or anybody could forbid
/// others a word, or allow himself a character of somebody else.
/// </param>
/// <param name="Pictures">Pictures by which copies of it are found; null for none.</param>
public sealed record RightsWork(
    string Id, RightsWorkKind Kind, string Name, IReadOnlyList<string> Aliases, bool Confirmed, IReadOnlyList<WorkPicture>? Pictures = null)
{
    /// <summary>All its names.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Names => Aliases.Prepend(Name);
}
