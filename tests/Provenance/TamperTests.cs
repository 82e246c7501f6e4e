using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class TamperTests
{
    private const string Padding = "com.sorafunctions.store.paddingNotZero";

    /// <summary>What is changed, what we must say, and what the official validator says of the same file.</summary>
    public static TheoryData<string, string, string> Matrix => new()
    {
        { "mdat", "assertion.bmffHash.mismatch", "Invalid" },
        { "moov", "assertion.bmffHash.mismatch", "Invalid" },
        { "box appended", "assertion.bmffHash.mismatch", "Invalid" },
        { "manifest of another video", "assertion.bmffHash.mismatch", "Invalid" },
        { "assertion", "assertion.hashedURI.mismatch", "Invalid" },
        { "binding assertion", "assertion.hashedURI.mismatch", "Invalid" },
        { "claim", "claimSignature.mismatch", "Invalid" },
        { "signature", "claimSignature.mismatch", "Invalid" },
        { "purpose", "com.sorafunctions.store.multiple", "error" },
        { "second manifest box", "com.sorafunctions.store.multiple", "error" },
        { "padding", Padding, "Trusted" },
        { "ftyp", "", "Trusted" },
        { "empty padding", "", "Trusted" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_change_is_found_and_named(string change, string code, string official)
    {
        var report = Samples.Verify(Tampered(change));

        var failures = report.Entries.Where(one => one.Kind == EntryKind.Failure).Select(one => one.Code).ToList();
        if (code.Length > 0)
            Assert.Contains(code, failures);
        else
            Assert.Empty(failures);
        Assert.Equal(code.Length > 0 ? VerificationState.Invalid : VerificationState.Trusted, report.State);
        Assert.False(official == "Invalid" && report.State != VerificationState.Invalid);
    }

    [PeerFact]
    public void The_official_validator_says_the_same_but_for_the_padding()
    {
        var rows = Matrix.Select(row => (Change: (string)row[0], Code: (string)row[1], Official: (string)row[2])).ToList();
        var files = rows.Select(row => Samples.Save(Tampered(row.Change), "tampered " + row.Change)).ToArray();

        var answers = Peers.Official(Samples.Identity.Value.RootPem, files);

        Assert.Equal(rows.Select(row => (row.Change, row.Official)), rows.Zip(answers, (row, answer) => (row.Change, Peers.State(answer) ?? "error")));
        foreach (var (row, answer) in rows.Zip(answers).Where(pair => pair.First.Official == "Invalid"))
            Assert.Contains(row.Code, answer.GetProperty("results").GetProperty("activeManifest").GetProperty("failure").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Fact]
    public void What_no_hash_covers_is_listed()
    {
        var stamped = Samples.Stamp(Samples.Video("faststart"));

        var uncovered = Samples.Verify(stamped).Uncovered;

        var boxes = BoxScanner.TopLevel(new MemoryStream(stamped));
        Assert.Equal([("/ftyp", 0L, boxes[0].Size), ("/uuid", boxes[1].Offset, boxes[1].Size)], uncovered.Select(one => (one.Box, one.Offset, one.Length)));
    }

    [Fact]
    public void A_remux_drops_the_manifest_and_we_say_so()
    {
        var path = Samples.Save(Samples.Stamp(Samples.Video("faststart")), "before remux");
        var remuxed = Path.ChangeExtension(path, ".remux.mp4");
        Samples.Run("ffmpeg", "-v", "error", "-y", "-i", path, "-c", "copy", remuxed);

        var report = Samples.Verify(File.ReadAllBytes(remuxed));

        Assert.Equal(VerificationState.None, report.State);
        Assert.Equal("com.sorafunctions.store.missing", Assert.Single(report.Entries).Code);
    }

    private static byte[] Tampered(string change)
    {
        var video = Samples.Stamp(Samples.Video("faststart"));
        var boxes = BoxScanner.TopLevel(new MemoryStream(video));
        var c2pa = boxes.First(box => box.IsC2pa);
        return change switch
        {
            "mdat" => Flip(video, (int)boxes.First(box => box.Type == "mdat").Offset + 100),
            "moov" => Flip(video, (int)boxes.First(box => box.Type == "moov").Offset + 30),
            "box appended" => [.. video, 0, 0, 0, 8, .. "free"u8],
            "manifest of another video" => Transplanted(video, c2pa),
            "assertion" => Flip(video, Find(video, "algorithmicMedia"u8)),
            "binding assertion" => Flip(video, Find(video, "xpath"u8) + 7),
            "claim" => Flip(video, Find(video, "Video one"u8)),
            "signature" => Flip(video, (int)c2pa.End - 5),
            "purpose" => Flip(video, Find(video, "manifest\0"u8)),
            "second manifest box" => [.. video.AsSpan(0, (int)c2pa.End), .. video.AsSpan((int)c2pa.Offset)],
            "padding" => WithPadding(0x55),
            "empty padding" => WithPadding(0),
            "ftyp" => Flip(video, 9),
            _ => throw new ArgumentException($"No such change: {change}", nameof(change)),
        };
    }

    private static byte[] Transplanted(byte[] video, BmffBox c2pa)
    {
        var other = Samples.Video("moov at end");
        var ftyp = BoxScanner.TopLevel(new MemoryStream(other))[0];
        return [.. other.AsSpan(0, (int)ftyp.End), .. video.AsSpan((int)c2pa.Offset, (int)c2pa.Size), .. other.AsSpan((int)ftyp.End)];
    }

    /// <summary>A box with room behind its store, composed by hand because the stamp leaves none.</summary>
    private static byte[] WithPadding(byte filling)
    {
        var video = Samples.Video("faststart");
        var composer = new ManifestComposer(Samples.Definition(), Samples.Identity.Value);
        byte[] Assemble(byte[] store)
        {
            var ftyp = (int)BoxScanner.TopLevel(new MemoryStream(video))[0].End;
            return [.. video.AsSpan(0, ftyp), .. C2paBox.Write([.. store, .. Enumerable.Repeat(filling, 16)]), .. video.AsSpan(ftyp)];
        }
        var draft = new MemoryStream(Assemble(composer.Draft(HardBinding.Bmff(new byte[32]))));
        var boxes = BoxScanner.TopLevel(draft);
        var excluded = boxes.Take(2).Select(box => new ExcludedRange(box.Offset, box.End, "", box)).ToList();
        return Assemble(composer.Signed(HardBinding.Bmff(new PieceHash(draft, excluded, true, default).Of(boxes, HashAlgorithmName.SHA256)), default));
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= 0x01;
        return bytes;
    }

    private static int Find(byte[] bytes, ReadOnlySpan<byte> text) => bytes.AsSpan().IndexOf(text);
}
