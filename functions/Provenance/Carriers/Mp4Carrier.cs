using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>An MP4 file: the store lies in a uuid box and is bound by the hash of the other boxes.</summary>
internal sealed class Mp4Carrier : ICarrier
{
    private const int MostExclusions = 64;

    private readonly Stream file;
    private readonly List<BmffBox> boxes;
    private readonly string? fault;
    private readonly bool storeIsCut;

    public Mp4Carrier(Stream file)
    {
        this.file = file;
        boxes = BoxScanner.TopLevel(file, out fault);
        storeIsCut = fault is not null && BeginsStore(boxes.Count == 0 ? 0 : boxes[^1].End);
    }

    public bool CarriesStore => storeIsCut || boxes.Exists(box => box.IsC2pa);

    public ManifestStore? ReadStore(Findings findings)
    {
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        if (!boxes.Exists(box => box.IsC2pa))
            return null;
        var found = boxes.Where(box => box.IsC2pa).Select(box => C2paBox.Read(file, box)).ToList();
        var stores = found.Where(box => box.Purpose != "merkle").ToList();
        if (stores is [{ Purpose: "original" } original, { Purpose: "update" } update])
            return ManifestStore.Join(ManifestStore.Read(original.Data), ManifestStore.Read(update.Data));
        if (stores is not [{ Purpose: "manifest" } only])
        {
            var purposes = string.Join(", ", found.Select(box => Printable(box.Purpose)));
            findings.Failure(StatusCode.StoreMultiple, null,
                $"The file's C2PA boxes have the purposes {purposes}; one with the purpose manifest is read, or an original and an update.");
            return null;
        }
        if (only.MerkleOffset != 0 && found.Count == 1)
            findings.Failure(StatusCode.StoreMalformed, null, "The C2PA box points at a merkle box that is not there.");
        if (boxes.TakeWhile(box => !box.IsC2pa).Any(box => box.Type is "moov" or "mdat"))
            findings.Note(StatusCode.StoreMisplaced, null, "The C2PA box lies behind moov or mdat.");
        return ManifestStore.Read(only.Data);
    }

    public AigcLabel? ReadLabel(Findings findings) => LabelFindings.Read(
        () =>
        [
            .. MetadataReader.Read(file, boxes)
                .Where(field => field.Key.Contains(AigcLabel.MetadataKey, StringComparison.Ordinal))
                .Select(field => field.Value),
            .. XmpReader.Read(file, boxes),
        ],
        findings);

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken)
    {
        if (binding.Kind is not ("c2pa.hash.bmff" or "c2pa.hash.bmff.v2" or "c2pa.hash.bmff.v3") || binding.Map is not { } map)
            throw new InvalidDataException($"{binding.Label} does not bind an MP4 file in a form that can be checked here.");
        if (HashName.Find(map.Text("alg") ?? claimAlgorithm) is not { } algorithm)
            throw new InvalidDataException("The binding's alg is not sha256, sha384 or sha512.");
        var exclusions = map.Maps("exclusions").Take(MostExclusions + 1).Select(Exclusion.From).ToList();
        if (exclusions.Count is 0 or > MostExclusions)
            throw new InvalidDataException($"The binding has no exclusions or more than {MostExclusions}.");

        var resolver = new ExclusionResolver(file, boxes);
        var excluded = exclusions.SelectMany(resolver.Resolve).ToList();
        var pieces = new PieceHash(file, excluded, binding.Kind != "c2pa.hash.bmff", cancellationToken);
        if (Fits(map, pieces, algorithm))
            findings.Success(StatusCode.BmffHashMatch, binding.Url, "The file is the one that was signed.");
        else
            findings.Failure(StatusCode.BmffHashMismatch, binding.Url, "The file was changed after it was signed.");
        if (exclusions.Exists(one => !one.IsMandatory))
            findings.Note(StatusCode.BmffHashAdditionalExclusions, binding.Url,
                "The binding leaves out more than it must; see the uncovered ranges.");
        return [.. from range in excluded
                   orderby range.Offset
                   select new UncoveredRange(range.Offset, range.End - range.Offset, range.Path)];
    }

    /// <summary>Whether the box that could not be read is one with a store.</summary>
    private bool BeginsStore(long at)
    {
        Span<byte> head = stackalloc byte[24];
        file.Position = at;
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head[4..8].SequenceEqual("uuid"u8) && head[8..].SequenceEqual(C2paBox.UserType);
    }

    private bool Fits(CborMap map, PieceHash pieces, HashAlgorithmName algorithm)
    {
        var whole = map.Bytes("hash");
        var trees = map.Array("merkle")?.Select(MerkleMap.From).ToList();
        if (whole is null && trees is null)
            throw new InvalidDataException("The binding has neither a hash nor a Merkle tree.");
        return (whole is not { } expected || pieces.Of(boxes, algorithm).AsSpan().SequenceEqual(expected.Span))
            && (trees is null || new MerkleCheck(file, boxes, pieces, algorithm).Fits(trees));
    }

    private static string Printable(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
