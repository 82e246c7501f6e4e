using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>The files that a form brings for its product, its music and its voice.</summary>
/// <param name="Model">The 3-D model; null for none.</param>
/// <param name="Images">Pictures with the names of their fields, in order.</param>
/// <param name="Music">The caller's own music; null for none.</param>
/// <param name="Voice">The caller's own narration; null for none.</param>
internal sealed record ProductFiles(ReadOnlyMemory<byte>? Model, IReadOnlyList<(string Field, ReadOnlyMemory<byte> Bytes)> Images, ReadOnlyMemory<byte>? Music, ReadOnlyMemory<byte>? Voice)
{
    private const string ModelName = "product[model]";
    private const string MusicName = "music[file]";
    private const string VoiceName = "voice[file]";
    private static readonly string[] _imageNames = [.. Enumerable.Range(0, AdRules.MostPictures).Select(i => $"product[images][{i}]")];

    /// <summary>The files of a body.</summary>
    /// <exception cref="RequestException">There is another file.</exception>
    public static ProductFiles Of(WireBody body)
    {
        WireFiles.Expect(body, [ModelName, MusicName, VoiceName, .. _imageNames]);
        return new ProductFiles(
            body.Files.TryGetValue(ModelName, out var model) ? (ReadOnlyMemory<byte>?)model : null,
            [.. _imageNames.Where(body.Files.ContainsKey).Select(name => (name, body.Files[name]))],
            body.Files.TryGetValue(MusicName, out var music) ? (ReadOnlyMemory<byte>?)music : null,
            body.Files.TryGetValue(VoiceName, out var voice) ? (ReadOnlyMemory<byte>?)voice : null);
    }

    /// <summary>Whether there are any for the product.</summary>
    public bool Any => Model is not null || Images.Count > 0;
}
