using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>The files that a form brings for an ad.</summary>
internal sealed class AdFiles
{
    private const string ModelName = "product[model]";
    private const string MusicName = "music[file]";
    private const string VoiceName = "voice[file]";
    private const string LogoName = "brand[logo]";
    private const string FontName = "brand[font]";
    private static readonly string[] _imageNames = [.. Enumerable.Range(0, AdRules.MostPictures).Select(i => $"product[images][{i}]")];
    private static readonly string[] _guideNames = [.. Enumerable.Range(0, GuideRules.MostPictures).Select(i => $"pictures[{i}][image]")];

    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> _files;

    private AdFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) => _files = files;

    /// <summary>Pictures of the product with the names of their fields, in order.</summary>
    public IReadOnlyList<(string Field, ReadOnlyMemory<byte> Bytes)> Images =>
        [.. _imageNames.Where(_files.ContainsKey).Select(name => (name, _files[name]))];

    /// <summary>Numbers from 0 of the pictures that shots are made after and that came as files.</summary>
    public IEnumerable<int> Guides => _guideNames.Index().Where(name => _files.ContainsKey(name.Item)).Select(name => name.Index);

    /// <summary>The 3-D model; null for none.</summary>
    public ReadOnlyMemory<byte>? Model => Find(ModelName);

    /// <summary>The caller's own music; null for none.</summary>
    public ReadOnlyMemory<byte>? Music => Find(MusicName);

    /// <summary>The caller's own narration; null for none.</summary>
    public ReadOnlyMemory<byte>? Voice => Find(VoiceName);

    /// <summary>The brand's logo; null for none.</summary>
    public ReadOnlyMemory<byte>? Logo => Find(LogoName);

    /// <summary>The brand's font; null for none.</summary>
    public ReadOnlyMemory<byte>? Font => Find(FontName);

    /// <summary>Whether there are any for the product.</summary>
    public bool AnyOfProduct => Model is not null || Images.Count > 0;

    /// <summary>The files of a body.</summary>
    /// <exception cref="RequestException">There is another file.</exception>
    public static AdFiles Of(WireBody body)
    {
        WireFiles.Expect(body, [ModelName, MusicName, VoiceName, LogoName, FontName, .. _imageNames, .. _guideNames]);
        return new AdFiles(body.Files);
    }

    /// <summary>A picture that shots are made after; null when it came in no file.</summary>
    /// <param name="index">Its number, from 0.</param>
    public ReadOnlyMemory<byte>? Guide(int index) => index < _guideNames.Length ? Find(_guideNames[index]) : null;

    private ReadOnlyMemory<byte>? Find(string name) => _files.TryGetValue(name, out var file) ? (ReadOnlyMemory<byte>?)file : null;
}
