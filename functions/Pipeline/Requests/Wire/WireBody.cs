using System.Text.Json;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The body of a request, whichever way it was sent: named values as one JSON object, and files.</summary>
/// <param name="Fields">A JSON object; bracketed parts of a form are nested already.</param>
/// <param name="Files">Uploaded files by the name of their field.</param>
public sealed record WireBody(JsonElement Fields, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>A body without files.</summary>
    /// <param name="fields">A JSON object.</param>
    public WireBody(JsonElement fields)
        : this(fields, new Dictionary<string, ReadOnlyMemory<byte>>())
    {
    }

    /// <summary>Whether it came as a form, in which lists are numbered fields.</summary>
    public bool IsForm { get; init; }
}
