using System.Security.Cryptography;

namespace SoraFunctions.Fuzz.Mutation;

/// <summary>
/// Makes the hashes by which manifests hold on to their parts fit again after a mutation: what was changed is otherwise refused by its hash
/// before anything in it is read.
/// </summary>
internal sealed class BoxHashes
{
    private readonly Dictionary<BoxNode, byte[]> before;

    /// <summary>Remembers the hashes of a file's JUMBF boxes.</summary>
    public BoxHashes(List<BoxNode> boxes) =>
        before = PostOrder(boxes).Where(box => box.Type == "jumb").ToDictionary(box => box, Hash);

    /// <summary>Writes the new hashes where the old ones stand. Ancestors come first in a store, so one pass is enough.</summary>
    public void Mend(List<BoxNode> boxes)
    {
        var documents = PostOrder(boxes).Where(box => box.Type == "cbor").Distinct().ToList();
        foreach (var box in PostOrder(boxes).Distinct().ToList())
        {
            if (!before.TryGetValue(box, out var old) || Hash(box) is not { } now || now.AsSpan().SequenceEqual(old))
                continue;
            foreach (var document in documents)
                Replace(document, old, now);
        }
    }

    private static byte[] Hash(BoxNode box) => SHA256.HashData(BoxNode.Write([box]).AsSpan(8));

    private static void Replace(BoxNode document, byte[] old, byte[] now)
    {
        for (var at = document.Content.AsSpan().IndexOf(old); at >= 0; at = document.Content.AsSpan().IndexOf(old))
        {
            document.Content = [.. document.Content[..at], .. now, .. document.Content[(at + old.Length)..]];
        }
    }

    private static IEnumerable<BoxNode> PostOrder(List<BoxNode> boxes) => boxes.SelectMany(box => PostOrder(box.Children).Append(box));
}
