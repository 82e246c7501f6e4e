using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>What a prompt says about the whole video, while it is being read.</summary>
internal sealed class WholeDraft
{
    private readonly List<(string Kind, string Word, string Instead)> _impossible = [];
    private readonly List<string> _unknown = [];
    private bool _feastOnly;

    /// <summary>What was read so far.</summary>
    public Brief Read { get; set; } = new() { Steps = [] };

    /// <summary>What holds for all shots; null for nothing.</summary>
    public Step? Common { get; set; }

    /// <summary>A wish can't be met.</summary>
    /// <param name="kind">What can't be shown, in plain words.</param>
    /// <param name="word">The word of the brief.</param>
    /// <param name="instead">What comes instead.</param>
    public void CannotShow(string kind, string word, string instead)
    {
        if (!_impossible.Any(known => known.Kind == kind && known.Word == word))
        {
            _impossible.Add((kind, word, instead));
        }
    }

    /// <summary>The feeling, with one more word for it: the first counts, but a feast alone gives way to what is said outright.</summary>
    /// <param name="mood">What the word means.</param>
    /// <param name="feast">Whether the word only names a feast.</param>
    public Mood Feel(Mood mood, bool feast)
    {
        if (Read.Mood is { } said && (feast || !_feastOnly))
        {
            return said;
        }

        _feastOnly = feast;
        return mood;
    }

    /// <summary>How many wishes can't be met so far.</summary>
    public int Impossible => _impossible.Count;

    /// <summary>Takes back the wishes that can't be met, but for the first so many: the brief does.</summary>
    public void TakeBack(int kept) => _impossible.RemoveRange(kept, _impossible.Count - kept);

    /// <summary>A kind of sound is wanted or not.</summary>
    /// <param name="which">music, effects, room, or all for every kind.</param>
    /// <param name="on">Whether it is wanted.</param>
    public void Sound(string which, bool on) => Read = which switch
    {
        "music" => Read with { Music = on },
        "effects" => Read with { Effects = on },
        "room" => Read with { RoomTone = on },
        "none" => on ? Read with { Music = false, Effects = false, RoomTone = false } : Read,
        _ when on => Read,
        _ => Read with { Music = false, Effects = false, RoomTone = false },
    };

    /// <summary>Words that say something and that the vocabulary lacks.</summary>
    /// <param name="words">As the caller wrote them.</param>
    public void NotKnown(IEnumerable<string> words) => _unknown.AddRange(words);

    /// <summary>The brief.</summary>
    public Brief Done(List<Step> steps, bool numbered) => Read with
    {
        Steps = [.. Carried(steps)],
        Numbered = numbered,
        Warnings =
        [
            .. _impossible.GroupBy(wish => (wish.Kind, wish.Instead)).Select(group =>
                $"Not shown: {string.Join(", ", group.Select(wish => wish.Word).Distinct())} ({group.Key.Kind}); instead: {group.Key.Instead}."),
            .. _unknown.Count == 0 ? [] : new[] { $"Not shown: {string.Join(", ", _unknown.Distinct(StringComparer.OrdinalIgnoreCase))} (the engine has nothing of that name)." },
        ],
    };

    // Place and light stay until another is named, and so do the things.
    private IEnumerable<Step> Carried(List<Step> steps)
    {
        var last = Common ?? new Step();
        var first = true;
        foreach (var step in steps.DefaultIfEmpty(last))
        {
            var carried = step with
            {
                Setting = step.Setting ?? last.Setting,
                Atmosphere = step.Atmosphere ?? (step.Setting is null || step.Setting == last.Setting ? last.Atmosphere : null),
                Light = step.Light ?? (step.Setting is null || step.Setting == last.Setting ? last.Light : null),
                Subjects = step.Subjects.Count > 0 ? step.Subjects : last.Subjects,
                Product = step.Product || (step.Subjects.Count == 0 && last.Product),
            };
            if (first && Common is not null)
            {
                carried = carried with { Move = carried.Move ?? Common.Move, Caption = carried.Caption ?? Common.Caption, Price = carried.Price ?? Common.Price, Line = carried.Line ?? Common.Line };
            }

            first = false;
            yield return carried;
            last = carried;
        }
    }
}
