using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>
/// Who says what in which voice: the narrator in the one that is wished for; speakers, in the order in which they are first heard, in turns the other
/// one and the narrator's, for two voices are what every language has.
/// </summary>
internal sealed class Parts
{
    private const string Female = "female", Male = "male";
    private readonly string _narrator;
    private readonly Dictionary<string, string> _voices = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hands out the parts of a storyboard.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="warnings">Told of speakers who share a voice.</param>
    public Parts(Storyboard board, List<string> warnings)
    {
        var spoken = board.Shots.Where(shot => !string.IsNullOrWhiteSpace(shot.Line)).ToList();
        string[] speakers = [.. spoken.Select(shot => shot.Speaker?.Trim()).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        var narrated = spoken.Any(shot => shot.Speaker is null);
        _narrator = board.Sound.Voice?.Name ?? (speakers.Length > 0 ? Female : "");
        var other = string.Equals(_narrator, Female, StringComparison.OrdinalIgnoreCase) ? Male : Female;
        string[] turns = narrated ? [other, _narrator] : [_narrator, other];
        var taken = 0;
        foreach (var speaker in speakers)
            _voices[speaker] = IsVoice(speaker) ? speaker.ToLowerInvariant() : turns[taken++ % 2];
        var heard = _voices.Select(voice => (Who: $"'{voice.Key}'", Voice: voice.Value)).ToList();
        if (narrated)
            heard.Insert(0, ("the narrator", _narrator));
        foreach (var shared in heard.GroupBy(part => part.Voice).Where(group => group.Count() > 1))
            warnings.Add($"{string.Join(" and ", shared.Select(part => part.Who))} have one voice: lines are told apart by two.");
    }

    /// <summary>The voice of a shot's line.</summary>
    public string VoiceOf(Shot shot) => shot.Speaker is { } speaker ? _voices[speaker.Trim()] : _narrator;

    private static bool IsVoice(string speaker) => speaker.Equals(Female, StringComparison.OrdinalIgnoreCase) || speaker.Equals(Male, StringComparison.OrdinalIgnoreCase);
}
