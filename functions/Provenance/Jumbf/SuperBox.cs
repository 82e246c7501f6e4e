namespace SoraFunctions.Provenance.Jumbf;

/// <summary>A content box inside a superbox: four-character type and payload.</summary>
internal readonly record struct ContentBox(string Type, ReadOnlyMemory<byte> Payload);

/// <summary>A JUMBF superbox: what its description box says, what it contains, and its exact bytes.</summary>
/// <param name="TypeUuid">Sixteen bytes, see <see cref="JumbfType"/>.</param>
/// <param name="Label">The name it is referred to by.</param>
/// <param name="Children">The superboxes inside.</param>
/// <param name="Contents">The content boxes inside.</param>
/// <param name="Raw">The whole box including its own header, as stored.</param>
/// <param name="Payload">What a hash of this box covers: everything after its own header.</param>
internal sealed record SuperBox(
    ReadOnlyMemory<byte> TypeUuid,
    string Label,
    IReadOnlyList<SuperBox> Children,
    IReadOnlyList<ContentBox> Contents,
    ReadOnlyMemory<byte> Raw,
    ReadOnlyMemory<byte> Payload)
{
    public bool Is(ReadOnlySpan<byte> typeUuid) => TypeUuid.Span.SequenceEqual(typeUuid);

    /// <summary>The child with this label; null when there is none or, being ambiguous, more than one.</summary>
    public SuperBox? Child(string label)
    {
        SuperBox? found = null;
        foreach (var child in Children)
        {
            if (child.Label != label)
                continue;
            if (found is not null)
                return null;
            found = child;
        }
        return found;
    }

    /// <summary>The payload of the first content box of this type.</summary>
    public ReadOnlyMemory<byte>? Content(string type)
    {
        foreach (var content in Contents)
            if (content.Type == type)
                return content.Payload;
        return null;
    }
}
