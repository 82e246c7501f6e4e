using System.IO.Compression;
using SoraFunctions.Fuzz.Mutation;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Fuzz.Corpus;

/// <summary>What mutation begins with: good files of every kind that is read, each of a few kilobytes, written by code.</summary>
internal sealed class SmallFiles
{
    private static readonly string Label = AigcLabel.ForGenerated("Shop", "video_1").ToJson();
    private static readonly SoftwareAgent Engine = new("world", "1");

    private readonly SigningIdentity identity = SigningIdentity.CreateSelfMade("Fuzz", TimeProvider.System);

    public SmallFiles()
    {
        var plain = Mp4(withLabels: true);
        var first = Stamped(plain, "first");
        var second = Stamped(plain, "second", Ancestry.Read(new MemoryStream(first), identity.TrustAnchors)!);
        var store = StoreOf(second);
        Videos = [plain, first, second, Mp4(withLabels: false), WithStore(Cycle(store))];
        Pictures = [Jpeg(StoreOf(first)), Png(StoreOf(first)), .. new[] { Gif(), Riff("WEBP", "VP8L"), Riff("WAVE", "data") }.Select(file => Stamped(file, "data"))];
        Stores = [StoreOf(first), store, Cycle(store), Compressed(store)];
    }

    /// <summary>MP4: without a manifest, signed, remixed, bare, and one whose manifests are each other's ingredients.</summary>
    public IReadOnlyList<byte[]> Videos { get; }

    /// <summary>JPEG and PNG with the video's manifest, which does not fit them; GIF, WebP and WAV with their own.</summary>
    public IReadOnlyList<byte[]> Pictures { get; }

    /// <summary>Manifest stores alone.</summary>
    public IReadOnlyList<byte[]> Stores { get; }

    /// <summary>CBOR documents: the claims, assertions and signatures of the stores.</summary>
    public IReadOnlyList<byte[]> Documents => [.. Stores.SelectMany(store => CborIn(JumbfReader.Read(store)))];

    public TrustAnchors Anchors => identity.TrustAnchors;

    /// <summary>A file that is a store in its box and nothing else.</summary>
    public static byte[] WithStore(byte[] store) => [.. JumbfWriter.Box("ftyp", "isom"u8.ToArray()), .. C2paBox.Write(store)];

    private static IEnumerable<byte[]> CborIn(SuperBox box) =>
        box.Contents.Where(one => one.Type == "cbor").Select(one => one.Payload.ToArray()).Concat(box.Children.SelectMany(CborIn));

    private static byte[] Mp4(bool withLabels)
    {
        var samples = JumbfWriter.Box("stbl", JumbfWriter.Box("stco", new byte[] { 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 64 }));
        var track = JumbfWriter.Box("trak", JumbfWriter.Box("mdia", JumbfWriter.Box("minf", samples)));
        var moov = withLabels ? JumbfWriter.Box("moov", track, JumbfWriter.Box("udta", Meta())) : JumbfWriter.Box("moov", track);
        return [.. JumbfWriter.Box("ftyp", "isom\0\0\0\0isom"u8.ToArray()), .. moov, .. withLabels ? Xmp() : [], .. JumbfWriter.Box("mdat", new byte[300])];
    }

    /// <summary>The AIGC label as ffmpeg writes it: names in keys, values in ilst.</summary>
    private static byte[] Meta()
    {
        byte[] keys = [0, 0, 0, 0, 0, 0, 0, 1, .. JumbfWriter.Box("mdta", "AIGC"u8.ToArray())];
        var data = JumbfWriter.Box("data", (byte[])[0, 0, 0, 1, 0, 0, 0, 0, .. System.Text.Encoding.UTF8.GetBytes(Label)]);
        byte[] handler = [0, 0, 0, 0, 0, 0, 0, 0, .. "mdta"u8, .. new byte[13]];
        byte[] inside = [0, 0, 0, 0, .. JumbfWriter.Box("hdlr", handler), .. JumbfWriter.Box("keys", keys),
            .. JumbfWriter.Box("ilst", JumbfWriter.Box("\0\0\0\u0001", data))];
        return JumbfWriter.Box("meta", inside);
    }

    private static byte[] Xmp()
    {
        var packet = $"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><AIGC xmlns="http://www.tc260.org.cn/ns/AIGC/1.0/">{System.Security.SecurityElement.Escape(Label)}</AIGC></x:xmpmeta>""";
        return JumbfWriter.Box("uuid", (byte[])[.. Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC"), .. System.Text.Encoding.UTF8.GetBytes(packet)]);
    }

    private byte[] Stamped(byte[] video, string name, Ancestry? parent = null)
    {
        using var stamped = new MemoryStream();
        ProvenanceStamp.Stamp(new MemoryStream(video), stamped, Definition(name, parent), identity);
        return stamped.ToArray();
    }

    private static ManifestDefinition Definition(string name, Ancestry? parent) => new()
    {
        ManifestId = ContentId.From($"manifest {name}"),
        InstanceId = ContentId.From($"instance {name}"),
        Title = name,
        Generator = new SoftwareAgent("SoraFunctions", "1"),
        Created = DateTimeOffset.UnixEpoch,
        Actions = parent is null
            ? [ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, Engine), new ActionDefinition("c2pa.watermarked.bound")]
            : [ActionDefinition.Opened(0), ActionDefinition.Edited(DigitalSourceType.CompositeWithTrainedAlgorithmicMedia, Engine)],
        SoftBindings = parent is null ? [new SoftBinding("com.example.mark", new byte[6]), new SoftBinding("com.example.look", new byte[64])] : [],
        Ingredients = parent is null ? [] : [new IngredientDefinition(IngredientRelationship.ParentOf, "parent", "video/mp4") { Ancestry = parent }],
        Generation = new GenerationFacts("world", "1", 1, new string('a', 64)),
        TrainingMining = TrainingMiningPolicy.NothingAllowed,
    };

    private static byte[] StoreOf(byte[] video)
    {
        using var file = new MemoryStream(video);
        return C2paBox.Read(file, BoxScanner.TopLevel(file).Single(box => box.IsC2pa)).Data.ToArray();
    }

    /// <summary>The second manifest names the first as its parent; here the first names the second too. Their hashes can't both be right.</summary>
    private static byte[] Cycle(byte[] store)
    {
        var labels = JumbfReader.Read(store).Children.Select(one => System.Text.Encoding.UTF8.GetBytes(one.Label)).ToArray();
        var swapped = store.ToArray();
        Replace(swapped, store, labels[0], labels[1]);
        var boxes = BoxNode.Read(JumbfWriter.SuperBox(JumbfType.Store, "c2pa", JumbfReader.Read(store).Children[1].Raw, JumbfReader.Read(store).Children[1].Raw))!;
        var hashes = new BoxHashes(boxes);
        Rename(boxes[0].Children[2], BoxNode.Read(JumbfReader.Read(swapped).Children[1].Raw.Span)![0]);
        hashes.Mend([boxes[0].Children[2]]);
        return BoxNode.Write(boxes);
    }

    private static void Rename(BoxNode box, BoxNode like)
    {
        box.Content = like.Content;
        foreach (var (mine, theirs) in box.Children.Zip(like.Children))
            Rename(mine, theirs);
    }

    private static void Replace(byte[] target, byte[] source, byte[] one, byte[] other)
    {
        for (var at = 0; at + one.Length <= source.Length; at++)
        {
            if (source.AsSpan(at, one.Length).SequenceEqual(one))
                other.CopyTo(target, at);
            else if (source.AsSpan(at, other.Length).SequenceEqual(other))
                one.CopyTo(target, at);
        }
    }

    private static byte[] Jpeg(byte[] store)
    {
        var head = store.AsSpan(0, 8).ToArray();
        var file = new List<byte> { 0xFF, 0xD8 };
        for (var (at, number) = (0, 1); at < store.Length; number++)
        {
            var part = store.AsSpan(at, Math.Min(3000, store.Length - at)).ToArray();
            byte[] content = [.. "JP"u8, 0, 1, 0, 0, 0, (byte)number, .. number == 1 ? [] : head, .. part];
            file.AddRange([0xFF, 0xEB, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);
            at += part.Length;
        }
        return [.. file, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];
    }

    /// <summary>The same manifests, each compressed.</summary>
    private static byte[] Compressed(byte[] store) => JumbfWriter.SuperBox(JumbfType.Store, "c2pa", JumbfReader.Read(store).Children.Select(manifest =>
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(manifest.Raw.Span);
        return (ReadOnlyMemory<byte>)JumbfWriter.SuperBox(JumbfType.CompressedManifest, manifest.Label, JumbfWriter.Box("brob", packed.ToArray()));
    }).ToList());

    private static byte[] Gif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0, 0x3B];

    private static byte[] Riff(string form, string chunk)
    {
        byte[] head = form == "WAVE" ? [.. "fmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x44, 0xAC, 0, 0, 0x88, 0x58, 1, 0, 2, 0, 16, 0] : [];
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(form), .. head, .. System.Text.Encoding.ASCII.GetBytes(chunk), 32, 0, 0, 0, 0x2F, .. new byte[31]];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(content.Length), .. content];
    }

    private static byte[] Png(byte[] store)
    {
        byte[] Chunk(string type, byte[] content) =>
            [.. BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(content.Length)), .. System.Text.Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("caBX", store), .. Chunk("IDAT", new byte[40]), .. Chunk("IEND", [])];
    }
}
