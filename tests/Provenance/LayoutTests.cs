using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Provenance.Tests;

public class LayoutTests
{
    [Fact]
    public void Every_chunk_offset_moves_with_its_box() => Prop.ForAll<uint[]>(raw =>
    {
        var offsets = raw.Select(value => value % 1_000_000).ToArray();
        Assert.Equal(offsets.Select(one => one + 77L), Entries(OffsetTables.Rewrite(Moov(Stco(offsets)), old => old + 77, false), "stco", 4));
        Assert.Equal(offsets.Select(one => one + 77L), Entries(OffsetTables.Rewrite(Moov(Co64(offsets)), old => old + 77, false), "co64", 8));
        Assert.Equal(offsets.Select(one => one + 77L), Entries(OffsetTables.Rewrite(Moov(Saio(offsets)), old => old + 77, false), "saio", 4));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Offsets_in_fragments_and_their_index_move_too()
    {
        var tfhd = Full("tfhd", 0, 1, [0, 0, 0, 1, .. Number(5000, 8)]);
        var moof = OffsetTables.Rewrite(JumbfWriter.Box("moof", JumbfWriter.Box("traf", tfhd)), old => old + 100, false);
        Assert.Equal(5100, BinaryPrimitives.ReadInt64BigEndian(moof.AsSpan(moof.Length - 8)));

        var tfra = Full("tfra", 1, 0, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, .. Number(1, 8), .. Number(5000, 8), 1, 1, 1, .. Number(2, 8), .. Number(6000, 8), 1, 1, 1]);
        var mfra = OffsetTables.Rewrite(JumbfWriter.Box("mfra", tfra), old => old + 100, false);
        Assert.Equal(5100, BinaryPrimitives.ReadInt64BigEndian(mfra.AsSpan(mfra.Length - 30)));
        Assert.Equal(6100, BinaryPrimitives.ReadInt64BigEndian(mfra.AsSpan(mfra.Length - 11)));
    }

    [Fact]
    public void Offsets_relative_to_their_fragment_stay()
    {
        var box = JumbfWriter.Box("moof", JumbfWriter.Box("traf", Full("tfhd", 0, 0x020000, [0, 0, 0, 1]), Saio([44])));
        Assert.Equal(box, OffsetTables.Rewrite(box, old => old + 100, false));
    }

    [Fact]
    public void Chunk_offsets_grow_to_64_bits_when_the_manifest_pushes_them_over_4_gib()
    {
        var ftyp = JumbfWriter.Box("ftyp", "isom"u8.ToArray());
        var moov = Moov(Stco([uint.MaxValue - 10, 4_000_000_000]));
        var start = ftyp.Length + moov.Length;
        byte[] mdat = [0, 0, 0, 1, .. "mdat"u8, .. Number(uint.MaxValue, 8)];
        using var file = new HollowFile([.. ftyp, .. moov, .. mdat], start + uint.MaxValue);

        var (layout, index) = BmffStamp.Plan(file, BoxScanner.TopLevel(file), 1000);

        var wide = Assert.Single(index).Value;
        Assert.Equal(moov.Length + 8, wide.Length);
        Assert.Equal([uint.MaxValue - 10 + 1008L, 4_000_000_000 + 1008L], Entries(wide, "co64", 8));
        Assert.Equal([0, ftyp.Length + 1000, start + 1008], layout.Boxes.Select(box => box.NewOffset));
    }

    [Fact]
    public void A_large_file_is_stamped_in_little_memory()
    {
        const int Size = 48 << 20;
        byte[] head = [.. JumbfWriter.Box("ftyp", "isom"u8.ToArray()), .. Moov(Stco([1000])), .. Number(Size, 4), .. "mdat"u8];
        using var source = new HollowFile(head, head.Length - 8 + Size);
        using var destination = new HollowFile([], 0);
        ProvenanceStamp.Stamp(source, destination, Samples.Definition(), Samples.Identity.Value);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ProvenanceStamp.Stamp(source, destination, Samples.Definition(), Samples.Identity.Value);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
        Assert.True(destination.Length > Size);
    }

    [Theory]
    [InlineData("no ftyp", "ftyp")]
    [InlineData("no moov", "moov")]
    [InlineData("moov first", "before ftyp")]
    [InlineData("cut off", "claims")]
    [InlineData("still pictures", "iloc")]
    public void A_file_that_cannot_be_stamped_is_refused_with_a_reason(string fault, string reason)
    {
        var ftyp = JumbfWriter.Box("ftyp", "isom"u8.ToArray());
        var moov = Moov(Stco([1000]));
        byte[] file = fault switch
        {
            "no ftyp" => moov,
            "no moov" => ftyp,
            "moov first" => [.. moov, .. ftyp],
            "still pictures" => [.. ftyp, .. moov, .. JumbfWriter.Box("meta", new byte[4], JumbfWriter.Box("iloc", new byte[8]))],
            _ => [.. ftyp, .. moov[..^1]],
        };
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Samples.Stamp(file)).Message);
    }

    [Fact]
    public void Boxes_that_are_not_ours_stay_where_they_belong()
    {
        var video = Samples.Video("faststart");
        var ftyp = (int)BoxScanner.TopLevel(new MemoryStream(video))[0].End;
        byte[] xmp = JumbfWriter.Box("uuid", Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC"), "<x/>"u8.ToArray());
        byte[] withXmp = [.. video.AsSpan(0, ftyp), .. video.AsSpan(ftyp), .. xmp];

        var stamped = Samples.Stamp(withXmp);

        Assert.Equal(["ftyp", "uuid", "moov", "free", "mdat", "uuid"], BoxScanner.TopLevel(new MemoryStream(stamped)).Select(box => box.Type));
        Assert.Equal(Verification.VerificationState.Trusted, Samples.Verify(stamped).State);
        stamped[^2] ^= 1;
        Assert.Equal(Verification.VerificationState.Invalid, Samples.Verify(stamped).State);
    }

    private static byte[] Moov(byte[] table) =>
        JumbfWriter.Box("moov", JumbfWriter.Box("trak", JumbfWriter.Box("mdia", JumbfWriter.Box("minf", JumbfWriter.Box("stbl", table)))));

    private static byte[] Stco(uint[] offsets) => Full("stco", 0, 0, [.. Number(offsets.Length, 4), .. offsets.SelectMany(one => Number(one, 4))]);

    private static byte[] Co64(uint[] offsets) => Full("co64", 0, 0, [.. Number(offsets.Length, 4), .. offsets.SelectMany(one => Number(one, 8))]);

    private static byte[] Saio(uint[] offsets) => Full("saio", 0, 0, [.. Number(offsets.Length, 4), .. offsets.SelectMany(one => Number(one, 4))]);

    private static byte[] Full(string type, byte version, int flags, byte[] payload) => JumbfWriter.Box(type, Number(version << 24 | flags, 4), payload);

    private static byte[] Number(long value, int width)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes[(8 - width)..];
    }

    private static IEnumerable<long> Entries(byte[] moov, string type, int width)
    {
        var at = moov.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(type)) + 8;
        var count = BinaryPrimitives.ReadInt32BigEndian(moov.AsSpan(at));
        return Enumerable.Range(0, count).Select(one => width == 4
            ? BinaryPrimitives.ReadUInt32BigEndian(moov.AsSpan(at + 4 + 4 * one))
            : BinaryPrimitives.ReadInt64BigEndian(moov.AsSpan(at + 4 + 8 * one)));
    }
}
