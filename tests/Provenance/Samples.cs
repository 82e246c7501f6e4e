using System.Diagnostics;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

/// <summary>Small videos made with ffmpeg, once per run, and what is needed to stamp them.</summary>
internal static class Samples
{
    /// <summary>Beside the test program, emptied at each start: it is useful to look into after a failure.</summary>
    private static readonly Lazy<string> Folder = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    });

    private static readonly Dictionary<string, Lazy<byte[]>> Made = new()
    {
        ["faststart"] = Lazy("faststart", "-movflags +faststart"),
        ["moov at end"] = Lazy("end", ""),
        ["fragmented"] = Lazy("fragmented", "-movflags +frag_keyframe+empty_moov -g 5"),
        ["many fragments"] = Lazy("fragments", "-movflags +frag_every_frame+empty_moov+default_base_moof -an -frames:v 75 -r 50"),
        ["indexed fragments"] = Lazy("dash", "-movflags +frag_keyframe+empty_moov+dash+global_sidx -g 5 -an"),
        ["64-bit mdat"] = new(() => WithLongMdat(Video("moov at end"))),
        ["aigc"] = Lazy("aigc", "-movflags +faststart+use_metadata_tags -metadata AIGC=" + Label),
    };

    public const string Label = """{"Label":"1","ContentProducer":"Shop","ProduceID":"video_1","ReservedCode1":"","ContentPropagator":"Shop","PropagateID":"video_1","ReservedCode2":""}""";

    public static readonly Lazy<SigningIdentity> Identity = new(() => SigningIdentity.CreateSelfMade("Example Studio", TimeProvider.System));

    private static readonly Dictionary<string, Lazy<byte[]>> Pictures = new()
    {
        ["jpg"] = Picture("jpg", "-frames:v 1"),
        ["png"] = Picture("png", "-frames:v 1"),
        ["webp"] = Picture("webp", "-frames:v 1 -c:v libwebp"),
        ["gif"] = Picture("gif", "-frames:v 3"),
        ["wav"] = Picture("wav", "-vn -f lavfi -i sine=duration=0.2 -map 1:a"),
    };

    /// <summary>The formats that are bound by data hash.</summary>
    public static IEnumerable<string> DataFormats => Pictures.Keys;

    /// <summary>A small picture or sound of a format, by its extension.</summary>
    public static byte[] Data(string format) => Pictures[format].Value;

    public static byte[] Video(string kind) => Made[kind].Value;

    public static ManifestDefinition Definition(string key = "one") => new()
    {
        ManifestId = ContentId.From($"manifest {key}"),
        InstanceId = ContentId.From($"instance {key}"),
        Title = $"Video {key}",
        Generator = new SoftwareAgent("SoraFunctions", "0.1.0"),
        Created = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        Actions = [ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, new SoftwareAgent("world", "1.0"))],
        Generation = new GenerationFacts("world", "1.0", 42, new string('a', 64)),
        TrainingMining = TrainingMiningPolicy.NothingAllowed,
    };

    public static byte[] Stamp(byte[] video, ManifestDefinition? definition = null, SigningIdentity? identity = null) =>
        Stamp(video, out _, definition, identity);

    public static byte[] Stamp(byte[] video, out StampedManifest stamped, ManifestDefinition? definition = null, SigningIdentity? identity = null)
    {
        using var destination = new MemoryStream();
        stamped = ProvenanceStamp.Stamp(new MemoryStream(video), destination, definition ?? Definition(), identity ?? Identity.Value);
        return destination.ToArray();
    }

    public static VerificationReport Verify(byte[] video, TrustAnchors? anchors = null) =>
        ProvenanceReader.Verify(new MemoryStream(video), anchors ?? Identity.Value.TrustAnchors);

    public static string Save(byte[] video, string name, string format = "mp4")
    {
        var path = Path.Combine(Folder.Value, $"{name}.{format}");
        File.WriteAllBytes(path, video);
        return path;
    }

    /// <summary>MD5 over the decoded frames and samples: what a viewer sees and hears.</summary>
    public static string Playback(byte[] video, string format = "mp4")
    {
        var path = Save(video, Guid.NewGuid().ToString("N"), format);
        return Run("ffmpeg", "-v", "error", "-xerror", "-i", path, "-f", "md5", "-").Trim();
    }

    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(
            $"{program} failed: {errors.Result}");
    }

    private static Lazy<byte[]> Lazy(string name, string options) => new(() =>
    {
        var path = Path.Combine(Folder.Value, name + ".mp4");
        Run("ffmpeg", [.. "-v error -y -f lavfi -i testsrc=size=160x90:rate=10:duration=1.5 -f lavfi -i sine=duration=1.5 -c:v libx264 -preset ultrafast -c:a aac -shortest".Split(' '),
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), path]);
        return File.ReadAllBytes(path);
    });

    private static Lazy<byte[]> Picture(string format, string options) => new(() =>
    {
        var path = Path.Combine(Folder.Value, "picture." + format);
        Run("ffmpeg", [.. "-v error -y -f lavfi -i testsrc=size=64x48:rate=10:duration=0.3".Split(' '), .. options.Split(' '), path]);
        return File.ReadAllBytes(path);
    });

    /// <summary>
    /// The same video with a 64-bit size on mdat: ffmpeg leaves a free box of eight bytes before it for that.
    /// </summary>
    private static byte[] WithLongMdat(byte[] video)
    {
        var copy = (byte[])video.Clone();
        var mdat = copy.AsSpan().IndexOf("mdat"u8) - 4;
        var size = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(copy.AsSpan(mdat));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(mdat - 8), 1);
        "mdat"u8.CopyTo(copy.AsSpan(mdat - 4));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(copy.AsSpan(mdat), size + 8UL);
        return copy;
    }
}
