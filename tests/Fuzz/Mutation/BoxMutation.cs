namespace SoraFunctions.Fuzz.Mutation;

/// <summary>Changes of what boxes hold, after which all sizes fit: they reach what lies behind the check of sizes.</summary>
internal static class BoxMutation
{
    private static readonly string[] Types = ["jumb", "jumd", "cbor", "json", "bfdb", "bidb", "uuid", "moov", "meta", "mdat", "free", "moof", "mfra", "ilst", "keys", "data"];

    /// <summary>Changes one to three boxes; null when the file is none of boxes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="other">Another file, of which a box may come in.</param>
    /// <param name="chance">Decides.</param>
    public static byte[]? Apply(byte[] bytes, byte[] other, Random chance)
    {
        if (BoxNode.Read(bytes) is not { Count: > 0 } boxes)
            return null;
        var hashes = chance.Next(4) > 0 ? new BoxHashes(boxes) : null;
        for (var round = chance.Next(1, 4); round > 0 && boxes.Count > 0; round--)
            Once(boxes, other, chance);
        hashes?.Mend(boxes);
        return BoxNode.Write(boxes);
    }

    private static void Once(List<BoxNode> boxes, byte[] other, Random chance)
    {
        var all = BoxNode.All(boxes).ToList();
        var (home, box) = all[chance.Next(all.Count)];
        var at = home.IndexOf(box);
        switch (chance.Next(10))
        {
            case 0:
                home.RemoveAt(at);
                break;
            case 1:
                home.Insert(chance.Next(home.Count + 1), box.Copy());
                break;
            case 2:
                var (there, swapped) = all[chance.Next(all.Count)];
                if (swapped.Children.Count == 0 && box.Children.Count == 0)
                    (there[there.IndexOf(swapped)], home[at]) = (box, swapped);
                break;
            case 3:
                box.Type = Types[chance.Next(Types.Length)];
                break;
            case 4:
                Nest(home, at, chance);
                break;
            case 5 when Leaf(all, chance) is { } document:
                document.Content = CborBomb.Make(chance);
                break;
            case 6 when BoxNode.Read(other) is { } foreign:
                var theirs = BoxNode.All(foreign).ToList();
                if (theirs.Count > 0)
                    home.Insert(chance.Next(home.Count + 1), theirs[chance.Next(theirs.Count)].Box);
                break;
            case 7:
                Crowd(home, box, chance);
                break;
            default:
                if (Leaf(all, chance) is { Content.Length: > 0 } leaf)
                    leaf.Content = ByteMutation.Apply(leaf.Content, other, chance);
                break;
        }
    }

    private static BoxNode? Leaf(List<(List<BoxNode> Home, BoxNode Box)> all, Random chance)
    {
        var leaves = all.Where(one => one.Box.Children.Count == 0).ToList();
        var documents = leaves.Where(one => one.Box.Type is "cbor" or "json").ToList();
        var among = documents.Count > 0 && chance.Next(3) > 0 ? documents : leaves;
        return among.Count == 0 ? null : among[chance.Next(among.Count)].Box;
    }

    /// <summary>Puts a box into copies of its own kind, one in the other.</summary>
    private static void Nest(List<BoxNode> home, int at, Random chance)
    {
        var (box, like) = (home[at], home[at]);
        for (var depth = chance.Next(1, 60); depth > 0; depth--)
            box = new BoxNode(like.Type, like.Fields, [], like.Type == "jumb" && like.Children.Count > 0 ? [like.Children[0], box] : [box]);
        home[at] = box;
    }

    private static void Crowd(List<BoxNode> home, BoxNode box, Random chance)
    {
        if (BoxNode.Write([box]).Length < 400)
            home.AddRange(Enumerable.Repeat(box, chance.Next(1, 200)));
    }
}
