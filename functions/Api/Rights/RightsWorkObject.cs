namespace SoraFunctions.Api.Rights;

/// <summary>A work on the wire.</summary>
internal sealed record RightsWorkObject(
    string Id, string Kind, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<RightsPictureObject> Pictures, bool Confirmed);
