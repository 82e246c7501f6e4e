using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>The spoken lines of a cut, each fitted into its time.</summary>
/// <param name="time">When everything happens.</param>
/// <param name="speaker">Speaks what it can; null for the embedded voices alone.</param>
/// <param name="warnings">Told of what is not said as it was wished.</param>
internal sealed class Narration(Timeline time, Speaker? speaker, List<string> warnings)
{
    private const double Lead = 0.25;
    private const double Tail = 0.1;
    private const double Between = 0.2;
    private const double Fade = 0.05;
    private const double Fastest = 1.2;
    private const double Longest = 600;

    /// <summary>Speaks all lines.</summary>
    /// <param name="samples">Length of the track.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(StereoTrack Track, IReadOnlyList<SpokenLine> Lines)> Make(int samples, CancellationToken cancellation)
    {
        var track = new StereoTrack(samples);
        var lines = new List<SpokenLine>();
        if (time.Voice is { } recording)
            return await Recorded(recording, track, cancellation).ConfigureAwait(false);
        var parts = new Parts(time.Order.Storyboard, warnings);
        var shots = time.Shots.Where(shot => !string.IsNullOrWhiteSpace(shot.Shot.Line)).ToList();
        foreach (var (i, shot) in shots.Index())
        {
            var from = Math.Max(time.At(shot.Start) + Lead, lines.Count == 0 ? 0 : lines[^1].To + Between);
            var until = i + 1 < shots.Count ? time.At(shots[i + 1].Start) + Lead - Between : time.Seconds - Tail;
            try
            {
                var (text, said) = await Fitted(shot.Shot, parts.VoiceOf(shot.Shot), time.At(shot.End) - Tail - from, until - from, cancellation).ConfigureAwait(false);
                if (said.Words.Count == 0)
                    continue;
                track.Add(said.Samples, (int)(from * StereoTrack.Rate), 1, 0);
                lines.Add(new SpokenLine(text, from, from + said.Seconds, [.. said.Words.Select(word => word with { From = word.From + from, To = word.To + from })]));
            }
            catch (FfmpegException problem)
            {
                lines.Add(Unspoken(time, shot, track.Left));
                warnings.Add($"The line of shot '{shot.Shot.Id}' isn't spoken: no voice for '{time.Order.Storyboard.Language}' is installed (espeak-ng). {problem.Message}");
            }
        }

        lines = [.. lines.Concat(Said(time, track.Left).Where(said => lines.All(line => said.To <= line.From || said.From >= line.To))).OrderBy(line => line.From)];

        // A small room, so that the voice does not stand in front of the picture.
        if (shots.Count > 0)
            track.Add(Reverb.Of(track, 0.22, 4_200, 0.007), 0.07);
        return (track, lines);
    }

    // When its words are said isn't known where nobody has listened: lines are shown with their shots, for as long as they would take to say.
    private async Task<(StereoTrack Track, IReadOnlyList<SpokenLine> Lines)> Recorded(string recording, StereoTrack track, CancellationToken cancellation)
    {
        StereoTrack sound;
        try
        {
            sound = await SoundFile.Read(recording, Longest, cancellation).ConfigureAwait(false);
        }
        catch (FfmpegException problem)
        {
            throw new InvalidDataException($"voice.file can't be read as sound: {problem.Message}", problem);
        }

        track.Add(sound, 1);
        if (sound.Samples > track.Samples + StereoTrack.Rate / 10)
        {
            var fade = Math.Min(track.Samples, (int)(0.3 * StereoTrack.Rate));
            for (var i = 0; i < fade; i++)
            {
                track.Left[^(i + 1)] *= i / (float)fade;
                track.Right[^(i + 1)] *= i / (float)fade;
            }

            warnings.Add(FormattableString.Invariant($"The narration lasts {sound.Samples / (double)StereoTrack.Rate:0.0} s; it is faded out where the video ends, after {time.Seconds:0.0} s."));
        }

        return (track, Unspoken(time, track.Left));
    }

    /// <summary>The lines that nobody speaks, or a recording does: when they are said, or else with their shots, for as long as they would take to say.</summary>
    /// <param name="time">The cut.</param>
    /// <param name="heard">What is heard, which tells where words may end.</param>
    public static IReadOnlyList<SpokenLine> Unspoken(Timeline time, ReadOnlySpan<float> heard)
    {
        if (Said(time, heard) is { Count: > 0 } said)
            return said;
        var lines = new List<SpokenLine>();
        foreach (var shot in time.Shots.Where(shot => !string.IsNullOrWhiteSpace(shot.Shot.Line)))
            lines.Add(Unspoken(time, shot, heard));
        return lines;
    }

    /// <summary>What is said in the caller's own sound, as far as the video goes.</summary>
    private static IReadOnlyList<SpokenLine> Said(Timeline time, ReadOnlySpan<float> heard)
    {
        var lines = new List<SpokenLine>();
        foreach (var said in time.Order.Storyboard.Sound.Said ?? [])
        {
            var to = Math.Min(said.To, time.Seconds);
            if (to > said.From)
                lines.Add(Timed(time, said.Text, said.From, to, heard));
        }

        return lines;
    }

    private static SpokenLine Unspoken(Timeline time, TimedShot shot, ReadOnlySpan<float> heard)
    {
        var language = time.Order.Storyboard.Language;
        var from = Math.Min(time.At(shot.Start) + Lead, time.At(shot.End));
        return Timed(time, shot.Shot.Line!, from, Math.Min(time.At(shot.End), from + Contract.Speech.SpeechLength.Seconds(shot.Shot.Line!, language)), heard);
    }

    private static SpokenLine Timed(Timeline time, string text, double from, double to, ReadOnlySpan<float> heard)
    {
        var language = time.Order.Storyboard.Language;
        var utterance = Utterance.Of(text, language);
        var (first, last) = (Math.Min(heard.Length, (int)(from * StereoTrack.Rate)), Math.Min(heard.Length, (int)(to * StereoTrack.Rate)));
        return new SpokenLine(utterance.Text, from, to, WordTimes.Within(utterance.Words, language, heard[first..Math.Max(first, last)], from));
    }

    /// <summary>
    /// A line within its shot if speaking faster makes it so; else within what follows up to the next line, where the voice runs on over the cut; else
    /// without its last clauses; else up to the last word that fits.
    /// </summary>
    private async Task<(string Text, SpokenTrack Said)> Fitted(Shot shot, string voice, double shotSeconds, double mostSeconds, CancellationToken cancellation)
    {
        var rate = time.Order.Storyboard.Sound.Voice?.Rate ?? 1;
        var utterance = Utterance.Of(shot.Line!, time.Order.Storyboard.Language) with { Rate = rate, Voice = voice };
        var said = await Say(utterance, cancellation).ConfigureAwait(false);
        if (said.Seconds <= shotSeconds)
            return (utterance.Text, said);

        var wanted = Math.Min(rate * said.Seconds / Math.Max(shotSeconds, 0.1) * 1.02, Math.Max(rate, Fastest));
        said = await Say(utterance with { Rate = wanted }, cancellation).ConfigureAwait(false);
        if (said.Seconds <= mostSeconds)
            return (utterance.Text, said);

        utterance = utterance with { Rate = Math.Max(rate, Fastest) };
        said = wanted < utterance.Rate ? await Say(utterance, cancellation).ConfigureAwait(false) : said;
        for (var clauses = Clause.Of(utterance.Words); said.Seconds > mostSeconds && clauses.Count > 1; clauses = [.. clauses.SkipLast(1)])
        {
            utterance = utterance with { Words = Ended([.. clauses.SkipLast(1).SelectMany(clause => clause.Words)]) };
            said = await Say(utterance, cancellation).ConfigureAwait(false);
        }

        if (said.Seconds <= mostSeconds)
        {
            warnings.Add($"The line of shot '{shot.Id}' is too long for its time: '{utterance.Text}' is spoken of it.");
            return (utterance.Text, said);
        }

        var cut = Cut(said, mostSeconds);
        var text = string.Concat(utterance.Words.Take(cut.Words.Count).Select(word => word.Shown + (word.Spaced ? " " : ""))).Trim();
        warnings.Add(cut.Words.Count == 0
            ? $"The line of shot '{shot.Id}' isn't spoken: there is no time for it."
            : $"The line of shot '{shot.Id}' is cut short after '{text}': it takes longer than its time, even spoken fast.");
        return (text, cut);
    }

    private async Task<SpokenTrack> Say(Utterance utterance, CancellationToken cancellation) =>
        (speaker is null ? null : await speaker(utterance, cancellation).ConfigureAwait(false))
        ?? await EmbeddedVoice.Speak(utterance, warnings, cancellation).ConfigureAwait(false);

    // What ended in a comma ends the line now.
    private static IReadOnlyList<Contract.Speech.ReadWord> Ended(IReadOnlyList<Contract.Speech.ReadWord> words)
    {
        var last = words[^1];
        return [.. words.SkipLast(1), last with { Shown = last.Shown.TrimEnd(',', ';', ':', '，', '、', '；', '：'), Spoken = last.Spoken.TrimEnd(',', ';', ':', '，', '、', '；', '：'), Spaced = false }];
    }

    private static SpokenTrack Cut(SpokenTrack said, double seconds)
    {
        SpokenWord[] words = [.. said.Words.TakeWhile(word => word.To <= seconds)];
        if (words.Length == 0)
            return new SpokenTrack([], []);
        var samples = said.Samples[..Math.Min(said.Samples.Length, (int)(words[^1].To * StereoTrack.Rate))];
        var fade = Math.Min(samples.Length, (int)(Fade * StereoTrack.Rate));
        for (var i = 0; i < fade; i++)
            samples[^(i + 1)] *= i / (float)fade;
        return new SpokenTrack(samples, words);
    }
}
