using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Remixes;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>
/// Reads what a comment asks for by what would come of it: comments that make the same of a storyboard ask for the same, in whatever words and
/// language, and one that changes nothing asks for nothing.
/// </summary>
/// <param name="storyboard">What is shown.</param>
public sealed class ChangeReader(Storyboard storyboard)
{
    private readonly string _now = KeyOf(storyboard);
    private readonly Dictionary<string, string?> _read = [];

    /// <summary>What a comment asks for: 32 hex digits; null for nothing.</summary>
    /// <param name="comment">Its words.</param>
    public string? Read(string comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (!_read.TryGetValue(comment, out var change))
        {
            var key = KeyOf(Remix.Apply(storyboard, comment, storyboard.Seconds).Storyboard);
            _read[comment] = change = key == _now ? null : key;
        }

        return change;
    }

    // A title alone is no change that anybody sees.
    private static string KeyOf(Storyboard board) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(board with { Title = "" }, ContractJson.Default.Storyboard)))[..32];
}
