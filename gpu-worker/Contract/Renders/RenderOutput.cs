namespace SoraFunctions.Contract.Renders;

/// <summary>One thing that a job made; its bytes are the asset of that hash.</summary>
/// <param name="Name">One of <see cref="OutputNames"/>.</param>
/// <param name="Sha256">Content hash, 64 lower-case hex digits.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="MediaType">Such as <c>video/mp4</c>.</param>
public sealed record RenderOutput(string Name, string Sha256, long Length, string MediaType);
