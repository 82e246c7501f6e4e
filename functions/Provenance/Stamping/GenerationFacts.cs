namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// What is needed to make the same video again, in the assertion <see cref="Label"/>. It is signed and public
/// for ever, so it names documents by their hash and never quotes a prompt.
/// </summary>
/// <param name="Engine">Engine that rendered, such as world.</param>
/// <param name="EngineVersion">Its version.</param>
/// <param name="Seed">Seed of the rendering.</param>
/// <param name="StoryboardSha256">SHA-256 of the canonical storyboard: 64 hexadecimal digits.</param>
public sealed record GenerationFacts(string Engine, string EngineVersion, long Seed, string StoryboardSha256)
{
    /// <summary>Label of the assertion.</summary>
    public const string Label = "com.sorafunctions.generation";

    /// <summary>Model package the engine ran, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Plain words about fallbacks and assumptions made on the way.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
