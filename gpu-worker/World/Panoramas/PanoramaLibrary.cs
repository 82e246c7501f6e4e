using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Panoramas;

/// <summary>
/// Pictures of surroundings, decoded when they are first asked for and kept: those of the npm package @pmndrs/assets (CC0), whose modules
/// hold a high-dynamic-range picture of 512 x 256 pixels each. The engine works without them: its sets then have painted skies.
/// </summary>
/// <param name="folder">Where the modules <c>name.exr.js</c> are; null for a library without pictures.</param>
public sealed class PanoramaLibrary(string? folder)
{
    private const int Width = 512;
    private const float Brightest = 16;
    private const string Variable = "SORA_PANORAMAS";
    private const string Module = "node_modules/@pmndrs/assets/hdri";

    private readonly ConcurrentDictionary<PanoramaName, Lazy<Panorama>> _decoded = new();

    /// <summary>A library without pictures.</summary>
    public static PanoramaLibrary None { get; } = new(null);

    /// <summary>
    /// What this machine has: in the folder that <c>SORA_PANORAMAS</c> names, else in <c>Panoramas</c> beside the program, else in the
    /// repository that the program was built in. None when a picture is missing there.
    /// </summary>
    public static PanoramaLibrary Installed { get; } = new(Places().FirstOrDefault(Complete));

    /// <summary>Where the pictures are; null for none.</summary>
    public string? Folder => folder;

    /// <summary>A picture of surroundings; null in a library without pictures. Fails with <see cref="InvalidDataException"/> for a broken module.</summary>
    /// <param name="name">Which.</param>
    public Panorama? Find(PanoramaName name) => folder is null
        ? null
        : _decoded.GetOrAdd(name, key => new(() => Decode(PathOf(folder, key)))).Value;

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return [named];
        }

        var above = new List<string>();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            above.Add(Path.Combine(at.FullName, "gpu-worker/World/Panoramas", Module));
        }

        return [Path.Combine(AppContext.BaseDirectory, "Panoramas"), .. above];
    }

    private static bool Complete(string place) => Enum.GetValues<PanoramaName>().All(name => File.Exists(PathOf(place, name)));

    private static string PathOf(string place, PanoramaName name) => Path.Combine(place, $"{name.ToString().ToLowerInvariant()}.exr.js");

    private static Panorama Decode(string module)
    {
        var text = File.ReadAllText(module);
        var encoded = text[(text.IndexOf("base64,", StringComparison.Ordinal) + "base64,".Length)..].TrimEnd().TrimEnd(';', '\'', '"');
        var picture = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(picture, Convert.FromBase64String(encoded));
            var planes = Ffmpeg.Read(
                ["-f", "exr_pipe", "-i", picture, "-f", "rawvideo", "-pix_fmt", "gbrpf32le", "-"], CancellationToken.None).GetAwaiter().GetResult();
            return Interleaved(MemoryMarshal.Cast<byte, float>(planes));
        }
        catch (Exception problem) when (problem is FormatException or FfmpegException or InvalidDataException)
        {
            throw new InvalidDataException($"{module} holds no panorama that can be read; install it again: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(picture);
        }
    }

    // Planes come in the order green, blue, red; sharpening left a few negative numbers in some pictures. A sun is a lamp of its set:
    // left in the picture it would light everything twice, so what is far brighter than white is dimmed, in its colour.
    private static Panorama Interleaved(ReadOnlySpan<float> planes)
    {
        var pixels = planes.Length / 3;
        if (pixels == 0 || pixels % Width != 0)
        {
            throw new InvalidDataException($"{planes.Length} numbers are no picture {Width} pixels wide.");
        }

        var rgb = new float[3 * pixels];
        for (var i = 0; i < pixels; i++)
        {
            var colour = Vector3.Max(Vector3.Zero, new(planes[(2 * pixels) + i], planes[i], planes[pixels + i]));
            colour *= Brightest / Math.Max(Brightest, Math.Max(colour.X, Math.Max(colour.Y, colour.Z)));
            colour.CopyTo(rgb, 3 * i);
        }

        return new(Width, pixels / Width, rgb);
    }
}
