namespace SoraFunctions.Api.Rights;

/// <summary>A picture of a work on the wire: where it was got, and the hash of what lay there.</summary>
internal sealed record RightsPictureObject(string Url, string Sha256);
