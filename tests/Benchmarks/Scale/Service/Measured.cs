using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What one video cost when it was really made.</summary>
internal sealed record Measured
{
    /// <summary>When, on what, by which command.</summary>
    public required MeasuredWhere Where { get; init; }

    /// <summary>Pixels of a frame.</summary>
    public required int Pixels { get; init; }

    /// <summary>Length of the video in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Its shots.</summary>
    public required int Shots { get; init; }

    /// <summary>Bytes of the finished video file.</summary>
    public required long VideoBytes { get; init; }

    /// <summary>By name of the activity; <c>Accept</c> is the storing of the request.</summary>
    public required IReadOnlyDictionary<string, StageCost> Stages { get; init; }

    /// <summary>What an activity costs.</summary>
    /// <exception cref="InvalidDataException">The pipeline has an activity that was not measured.</exception>
    public StageCost Of(string name) =>
        Stages.TryGetValue(name, out var cost) ? cost
        : name == WebhookOrchestration.Attempt.Name ? new StageCost { DatabaseReads = Figures.WebhookReads, DatabaseWrites = 1 }
        : throw new InvalidDataException($"The measurement has no '{name}'; './sora bench scale --measure FILE' makes a new one.");

    /// <summary>Core seconds of an activity for a second of video in frames of so many pixels: in proportion to them.</summary>
    public double CpuSeconds(string name, int pixels) => Of(name).CpuSeconds / Seconds * pixels / Pixels;

    /// <summary>Reads the file.</summary>
    public static Measured Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), MeasuredJson.Default.Measured)
        ?? throw new InvalidDataException($"{path} is empty; './sora bench scale --measure {path}' writes it.");

    /// <summary>Writes the file.</summary>
    public void Write(string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(this, MeasuredJson.Default.Measured) + "\n");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(Measured))]
internal sealed partial class MeasuredJson : JsonSerializerContext;
