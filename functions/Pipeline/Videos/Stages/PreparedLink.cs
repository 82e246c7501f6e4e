namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A tracked link; both null when the request asks for none.</summary>
/// <param name="Code">What stands after <c>/l/</c>.</param>
/// <param name="Url">What the QR code holds.</param>
public sealed record PreparedLink(string? Code = null, string? Url = null);
