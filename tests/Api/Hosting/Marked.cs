using System.Buffers.Binary;
using System.Text;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>Small files that a deployment signed, marked, or neither.</summary>
public static class Marked
{
    public static WatermarkKey Key { get; } = new("a secret of these tests"u8);

    public static SigningIdentity Identity { get; } = SigningIdentity.CreateSelfMade("These tests", TimeProvider.System);

    private static readonly SigningIdentity _other = SigningIdentity.CreateSelfMade("Others", TimeProvider.System);

    /// <summary>A file whose picture carries a mark, as <see cref="StillFrames"/> sees it, and no manifest.</summary>
    public static byte[] Copy(WatermarkId mark) => [.. Box("ftyp", "isom"u8.ToArray()), .. Box("moov", []), .. Box("mdat", Encoding.ASCII.GetBytes($"mark {mark}"))];

    /// <summary>A file without anything.</summary>
    public static byte[] Plain => [.. Box("ftyp", "isom"u8.ToArray()), .. Box("moov", []), .. Box("mdat", "nothing"u8.ToArray())];

    /// <summary>The copy with the manifest of this deployment, or of another.</summary>
    public static byte[] Signed(byte[] video, WatermarkId? mark = null, bool byOthers = false)
    {
        using var stamped = new MemoryStream();
        ProvenanceStamp.Stamp(new MemoryStream(video), stamped, new ManifestDefinition
        {
            ManifestId = ContentId.From("manifest"),
            InstanceId = ContentId.From("instance"),
            Title = "A video",
            Generator = new SoftwareAgent("SoraFunctions", "1"),
            Created = DateTimeOffset.UnixEpoch,
            Actions = [ActionDefinition.Created(byOthers ? DigitalSourceType.TrainedAlgorithmicMedia : DigitalSourceType.AlgorithmicMedia, new SoftwareAgent("world", "1"))],
            SoftBindings = mark is { } id ? [new SoftBinding(Watermarking.Algorithm, id.ToBytes())] : [],
        }, byOthers ? _other : Identity);
        return stamped.ToArray();
    }

    /// <summary>The manifest store of a signed file, and its label.</summary>
    public static (string Label, byte[] Store) ManifestOf(byte[] video)
    {
        var ancestry = Ancestry.Read(new MemoryStream(video))!;
        return (ancestry.ManifestLabel, ancestry.Store.ToArray());
    }

    private static byte[] Box(string type, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
