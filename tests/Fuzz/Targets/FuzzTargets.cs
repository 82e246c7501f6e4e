using SoraFunctions.Fuzz.Corpus;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Fuzz.Targets;

/// <summary>All readers that take bytes from strangers.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All(SmallFiles files) =>
    [
        // The validator promises to report on every file and to throw at none.
        new("video", files.Videos, bytes => Verify(bytes, files)),
        new("picture", files.Pictures, bytes => Verify(bytes, files)),
        new("store", files.Stores, bytes => Verify(SmallFiles.WithStore(bytes), files)),
        new("jumbf", files.Stores, bytes => JumbfReader.Read(bytes), typeof(InvalidDataException)),
        new("cbor", files.Documents, bytes => CborDecoder.Decode(bytes), typeof(InvalidDataException)),
        new("metadata", files.Videos, bytes => Labels(bytes, MetadataReader.Read), typeof(InvalidDataException)),
        new("xmp", files.Videos, bytes => Labels(bytes, XmpReader.Read), typeof(InvalidDataException)),
    ];

    private static void Verify(byte[] bytes, SmallFiles files)
    {
        var report = ProvenanceReader.Verify(new MemoryStream(bytes, writable: false), files.Anchors);
        report.ToJson();
    }

    private static void Labels<T>(byte[] bytes, Func<Stream, IReadOnlyList<BmffBox>, IReadOnlyList<T>> read)
    {
        using var file = new MemoryStream(bytes, writable: false);
        read(file, BoxScanner.TopLevel(file));
    }
}
