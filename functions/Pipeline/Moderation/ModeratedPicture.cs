namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A picture to be judged.</summary>
/// <param name="Field">Where it came from, such as <c>product.pictures[0]</c>.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Open">Gives its bytes.</param>
public sealed record ModeratedPicture(string Field, string MediaType, Func<CancellationToken, Task<Stream>> Open)
{
    /// <summary>Hash of its file; null for what is a part of another file.</summary>
    public string? Sha256 { get; init; }
}
