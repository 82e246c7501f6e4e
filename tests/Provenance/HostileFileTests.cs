using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class HostileFileTests
{
    private static readonly Arbitrary<byte[]> Bytes = ArbMap.Default.ArbFor<byte[]>();
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(400);

    [Fact]
    public void Random_bytes_are_reported_on_and_never_throw() =>
        Prop.ForAll(Bytes, bytes => Samples.Verify(bytes).State is VerificationState.None or VerificationState.Invalid).Check(Often.WithMaxTest(500));

    [Fact]
    public void Random_boxes_behind_an_ftyp_never_throw() =>
        Prop.ForAll(Bytes, bytes =>
        {
            foreach (var type in new[] { "moov", "uuid", "meta", "mdat" })
            {
                byte[] body = type == "uuid" ? [.. C2paBox.UserType, 0, 0, 0, 0, .. "manifest\0"u8, .. new byte[8], .. bytes] : bytes;
                Samples.Verify([.. JumbfWriter.Box("ftyp", "isom"u8.ToArray()), .. JumbfWriter.Box(type, body)]);
            }
        }).Check(Often.WithMaxTest(200));

    [Fact]
    public void Random_pictures_never_throw() =>
        Prop.ForAll(Bytes, bytes =>
        {
            byte[] jumbf = [0, 1, 0, 0, 0, 1, 0, 0, 0, 60, .. "jumb"u8, .. bytes];
            Samples.Verify([0xFF, 0xD8, 0xFF, 0xEB, .. bytes]);
            Samples.Verify([0xFF, 0xD8, 0xFF, 0xEB, 0, (byte)(jumbf.Length + 4), .. "JP"u8, .. jumbf, 0xFF, 0xDA, 0, 0]);
            Samples.Verify([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. bytes]);
            Samples.Verify([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, (byte)bytes.Length, .. "caBX"u8, .. bytes, 0, 0, 0, 0]);
        }).Check(Often.WithMaxTest(200));

    [Fact]
    public void Random_changes_of_a_stamped_file_never_throw_and_never_pass()
    {
        var video = Samples.Stamp(Samples.Video("fragmented"));
        var first = BoxScanner.TopLevel(new MemoryStream(video))[0].End;
        var change = from at in Gen.Choose((int)first, video.Length - 1) from value in Gen.Choose(1, 255) select (at, value);
        Prop.ForAll(change.ListOf(3).ToArbitrary(), changes =>
        {
            var copy = (byte[])video.Clone();
            foreach (var (at, value) in changes)
                copy[at] ^= (byte)value;
            return copy.AsSpan().SequenceEqual(video) || Samples.Verify(copy).State is VerificationState.Invalid or VerificationState.None;
        }).Check(Often.WithMaxTest(250));
    }

    [Fact]
    public void Random_changes_in_the_manifest_box_never_throw_and_never_pass()
    {
        var video = Samples.Stamp(Samples.Video("faststart"));
        var box = BoxScanner.TopLevel(new MemoryStream(video)).First(one => one.IsC2pa);
        var change = from at in Gen.Choose((int)box.Offset, (int)box.End - 1) from value in Gen.Choose(1, 255) select (at, value);
        Prop.ForAll(change.ToArbitrary(), one =>
        {
            var copy = (byte[])video.Clone();
            copy[one.at] ^= (byte)one.value;
            return Samples.Verify(copy).State is VerificationState.Invalid or VerificationState.None;
        }).Check(Often.WithMaxTest(250));
    }

    [Fact]
    public void A_file_cut_off_anywhere_never_passes()
    {
        var video = Samples.Stamp(Samples.Video("faststart"));
        for (var length = 0; length < video.Length; length += 97)
            Assert.NotEqual(VerificationState.Trusted, Samples.Verify(video[..length]).State);
    }

    [Fact]
    public void Cbor_that_nests_too_deep_is_refused() =>
        Assert.Throws<InvalidDataException>(() => CborDecoder.Decode(Enumerable.Repeat((byte)0x81, 100_000).Append((byte)0).ToArray()));

    [Fact]
    public void Cbor_with_a_key_twice_is_refused() =>
        Assert.Throws<InvalidDataException>(() => CborDecoder.Decode(new byte[] { 0xA2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02 }));

    [Fact]
    public void Cbor_that_promises_more_than_it_holds_is_refused() =>
        Assert.Throws<InvalidDataException>(() => CborDecoder.Decode(new byte[] { 0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }));

    [Fact]
    public void Jumbf_that_nests_too_deep_is_refused()
    {
        var box = JumbfWriter.SuperBox(JumbfType.Store, "c2pa");
        for (var depth = 0; depth < 100; depth++)
            box = JumbfWriter.SuperBox(JumbfType.Store, "c2pa", box);
        Assert.Throws<InvalidDataException>(() => JumbfReader.Read(box));
    }

    [Fact]
    public void Random_bytes_are_jumbf_or_refused() => Prop.ForAll(Bytes, bytes => Refuses(() => JumbfReader.Read(bytes))).Check(Often);

    [Fact]
    public void Random_bytes_are_cbor_or_refused() => Prop.ForAll(Bytes, bytes => Refuses(() => CborDecoder.Decode(bytes))).Check(Often);

    [Fact]
    public void Random_bytes_in_an_index_are_rewritten_or_refused() => Prop.ForAll(Bytes, bytes =>
    {
        foreach (var path in new[] { "stco", "co64", "saio", "tfhd", "tfra" })
        {
            var box = JumbfWriter.Box(path, bytes);
            Refuses(() => OffsetTables.Rewrite(path switch
            {
                "tfhd" => JumbfWriter.Box("moof", JumbfWriter.Box("traf", box)),
                "tfra" => JumbfWriter.Box("mfra", box),
                _ => JumbfWriter.Box("moov", JumbfWriter.Box("trak", JumbfWriter.Box("mdia", JumbfWriter.Box("minf", JumbfWriter.Box("stbl", box))))),
            }, old => old & 0xFFFF, wide: false));
        }
    }).Check(Often);

    [Fact]
    public void Manifests_that_are_each_others_ingredients_end()
    {
        // Two manifests cannot hold each other's hash, but nothing stops a file from claiming so.
        var first = JumbfWriter.SuperBox(JumbfType.Manifest, "urn:c2pa:a");
        var store = JumbfWriter.SuperBox(JumbfType.Store, "c2pa", first, first);
        byte[] file = [.. JumbfWriter.Box("ftyp", "isom"u8.ToArray()), .. C2paBox.Write(store)];

        var report = Samples.Verify(file);

        Assert.Equal(VerificationState.Invalid, report.State);
        Assert.Contains(report.Entries, one => one.Code == "claim.missing");
    }

    [Fact]
    public void Many_compressed_manifests_unpack_to_no_more_than_one_store_may_hold()
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Optimal))
            brotli.Write(JumbfWriter.SuperBox(JumbfType.Manifest, "urn:c2pa:a", JumbfWriter.Box("free", new byte[20 << 20])));
        ReadOnlyMemory<byte> bomb = JumbfWriter.SuperBox(JumbfType.CompressedManifest, "urn:c2pa:a", JumbfWriter.Box("brob", packed.ToArray()));
        var store = JumbfWriter.SuperBox(JumbfType.Store, "c2pa", Enumerable.Repeat(bomb, 2_000).ToList());
        byte[] file = [.. JumbfWriter.Box("ftyp", "isom"u8.ToArray()), .. C2paBox.Write(store)];

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = Samples.Verify(file);

        Assert.Equal(VerificationState.Invalid, report.State);
        Assert.Contains(report.Entries, one => one.Explanation.Contains("unpacks to more than", StringComparison.Ordinal));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256L << 20);
    }

    private static bool Refuses(Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is InvalidDataException or OverflowException)
        {
        }
        return true;
    }
}
