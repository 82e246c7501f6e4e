using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>What a worker is asked for. Every asset that it names by SHA-256 must have been put on the worker before.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ShotJob), "shot")]
[JsonDerivedType(typeof(CutJob), "cut")]
[JsonDerivedType(typeof(AnalysisJob), "analysis")]
[JsonDerivedType(typeof(FramesJob), "frames")]
[JsonDerivedType(typeof(LikenessJob), "likeness")]
[JsonDerivedType(typeof(SoundJob), "sound")]
[JsonDerivedType(typeof(FingerprintJob), "fingerprint")]
public abstract record RenderJob
{
    /// <summary>SHA-256 of every asset that the job reads.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> Inputs { get; }
}
