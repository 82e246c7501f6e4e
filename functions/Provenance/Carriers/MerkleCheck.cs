using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>
/// Checks bindings by Merkle tree: over the fragments of a file, each from its moof up to the next, or over pieces of its mdat boxes.
/// Trees over the samples of tracks are not read.
/// </summary>
internal sealed class MerkleCheck(Stream file, IReadOnlyList<BmffBox> boxes, PieceHash pieces, HashAlgorithmName bindingAlgorithm)
{
    /// <summary>The head of an mdat box is left out, by its longer form.</summary>
    private const int MdatHead = 16;

    private sealed record LeafPlace(long UniqueId, long LocalId, long Location, IReadOnlyList<ReadOnlyMemory<byte>> Proof);

    /// <exception cref="InvalidDataException">A tree is malformed or of a kind that is not read.</exception>
    public bool Fits(IReadOnlyList<MerkleMap> trees)
    {
        var places = boxes.Where(box => box.IsC2pa).Select(box => C2paBox.Read(file, box)).Where(box => box.Purpose == "merkle").Select(Place).ToList();
        var firstFragment = boxes.TakeWhile(box => box.Type != "moof").Count();
        if (firstFragment < boxes.Count)
            return FragmentsFit(trees, places, firstFragment);
        if (trees.Any(tree => tree.InitHash is not null))
            // The rest of what was signed lies in other files.
            return false;
        return places.Count == 0
            ? MdatFits(trees)
            : throw new InvalidDataException("The binding is by samples of tracks, which cannot be checked here.");
    }

    private bool FragmentsFit(IReadOnlyList<MerkleMap> trees, List<LeafPlace> places, int firstFragment)
    {
        var fragments = Fragments(boxes.Skip(firstFragment)).ToList();
        foreach (var tree in trees)
        {
            var algorithm = tree.Algorithm ?? bindingAlgorithm;
            var own = places.Where(place => place.UniqueId == tree.UniqueId && place.LocalId == tree.LocalId).ToList();
            if (tree.InitHash is not { } init || fragments.Count != tree.Count || own.Count != tree.Count
                || own.Select(place => place.Location).Distinct().Count() != own.Count
                || !pieces.Of(boxes.Take(firstFragment), algorithm).AsSpan().SequenceEqual(init.Span))
                return false;
            foreach (var (run, place) in fragments.Zip(own))
                if (!MerkleTree.Leads(pieces.Of(run, algorithm), place.Location, tree.Count, place.Proof, tree.Row, algorithm))
                    return false;
        }
        return trees.Count > 0 && places.Count == trees.Sum(tree => tree.Count);
    }

    private static IEnumerable<List<BmffBox>> Fragments(IEnumerable<BmffBox> rest)
    {
        List<BmffBox> run = [];
        foreach (var box in rest)
        {
            if (box.Type == "moof" && run.Count > 0)
            {
                yield return run;
                run = [];
            }
            run.Add(box);
        }
        yield return run;
    }

    private bool MdatFits(IReadOnlyList<MerkleMap> trees)
    {
        var mdats = boxes.Where(box => box.Type == "mdat").ToList();
        if (mdats.Count != trees.Count)
            return false;
        foreach (var (mdat, tree) in mdats.Zip(trees))
        {
            var algorithm = tree.Algorithm ?? bindingAlgorithm;
            var cuts = Cuts(Math.Min(mdat.Offset + MdatHead, mdat.End), mdat.End, tree);
            if (cuts is null || cuts.Count != tree.Count)
                return false;
            var leaves = cuts.Select(cut => pieces.OfBytes(cut.From, cut.To, algorithm)).ToList();
            var whole = new MerkleTree(leaves, algorithm);
            var row = MerkleTree.Layout(tree.Count).Index().Where(one => one.Item == tree.Row.Count).Select(one => (int?)one.Index).FirstOrDefault();
            if (row is not { } kept || !whole.Row(kept).Zip(tree.Row).All(pair => pair.Second.Span.SequenceEqual(pair.First)))
                return false;
        }
        return true;
    }

    /// <summary>The pieces of an mdat box; null when they do not fill it.</summary>
    private static List<(long From, long To)>? Cuts(long from, long to, MerkleMap tree)
    {
        var cuts = new List<(long From, long To)>();
        if (tree is { FixedBlock: null, Blocks: null })
            return [(from, to)];
        if (tree.FixedBlock is not null && tree.Blocks is not null || tree.FixedBlock <= 1)
            throw new InvalidDataException("The Merkle tree's pieces have neither one fixed size nor a list of sizes.");
        for (var at = from; at < to; at = cuts[^1].To)
        {
            if (cuts.Count == tree.Count)
                return null;
            var size = tree.FixedBlock is { } block ? Math.Min(block, to - at) : cuts.Count < tree.Blocks!.Count ? tree.Blocks[cuts.Count] : 0;
            if (size <= 0 || size > to - at)
                return null;
            cuts.Add((at, at + size));
        }
        return tree.Blocks is null || tree.Blocks.Count == cuts.Count ? cuts : null;
    }

    private static LeafPlace Place(C2paBox box)
    {
        var map = CborDecoder.DecodePaddedMap(box.Data);
        return map.Integer("uniqueId") is { } unique && map.Integer("localId") is { } local && map.Integer("location") is { } location
            && MerkleMap.Nodes(map) is { } proof
            ? new LeafPlace(unique, local, location, proof)
            : throw new InvalidDataException("A merkle box does not tell a place in a tree.");
    }
}
