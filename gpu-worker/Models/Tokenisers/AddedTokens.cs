using System.Text.Json;
using System.Text.RegularExpressions;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Tokens of a tokenizer.json that are found in the text as they are written, before anything else is done to it.</summary>
internal sealed class AddedTokens
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly Regex? _pattern;

    /// <param name="root">The document.</param>
    public AddedTokens(JsonElement root)
    {
        if (root.TryGetProperty("added_tokens", out var tokens))
            foreach (var token in tokens.EnumerateArray().Where(token => token.GetProperty("content").GetString()!.Length > 0))
                _ids[token.GetProperty("content").GetString()!] = token.GetProperty("id").GetInt32();
        if (_ids.Count > 0)
            _pattern = new(string.Join('|', _ids.Keys.OrderByDescending(text => text.Length).Select(Regex.Escape)), RegexOptions.CultureInvariant);
    }

    /// <summary>The id of a token; null if it is none of these.</summary>
    public int? Find(string content) => _ids.TryGetValue(content, out var id) ? id : null;

    /// <summary>The parts of a text in order: an id where such a token stands, else the text between.</summary>
    public IEnumerable<(int? Id, string Text)> Split(string text)
    {
        var start = 0;
        foreach (var match in _pattern?.Matches(text) ?? Enumerable.Empty<Match>())
        {
            if (match.Index > start)
                yield return (null, text[start..match.Index]);
            yield return (_ids[match.Value], match.Value);
            start = match.Index + match.Length;
        }
        if (start < text.Length)
            yield return (null, text[start..]);
    }
}
