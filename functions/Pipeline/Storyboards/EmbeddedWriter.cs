using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Chapters;
using SoraFunctions.Pipeline.Storyboards.Lines;
using SoraFunctions.Pipeline.Storyboards.Plans;
using SoraFunctions.Pipeline.Storyboards.Remixes;
using SoraFunctions.Pipeline.Storyboards.Sequels;
using SoraFunctions.Pipeline.Storyboards.Words;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>
/// Writes storyboards by built-in vocabularies of English and Chinese and rules of staging. Needs no network; the same
/// request gets the same storyboard under the same <see cref="Name"/>.
/// </summary>
public sealed class EmbeddedWriter : IStoryboardWriter
{
    private const string Version = "7";
    private static readonly string _name = $"embedded-{Version}-{EmbeddedTable.Version("Storyboards.Data")}";

    /// <inheritdoc/>
    public string Name => _name;

    /// <inheritdoc/>
    /// <exception cref="FinalException">The storyboard of the request can't be filmed: <c>invalid_storyboard</c>.</exception>
    public Task<WrittenStoryboard> Write(VideoRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var written = request.Storyboard is { } given ? Kept(request, given) : Fresh(request);
        return Task.FromResult(written with { Storyboard = Dressing.Of(written.Storyboard, request) });
    }

    private static WrittenStoryboard Fresh(VideoRequest request)
    {
        // Characters of the order are called by their names, which a story has of its own.
        var brief = (request.Product is null && request.Characters is not { Count: > 0 } ? ChapterReader.Read(request.Prompt, request.Seconds) : null)
            ?? NamedCast.Read(request.Prompt, request.Characters);
        var order = OrderOf(request, brief);
        var written = request.Product is { } product ? AdPlan.Write(order, product) : ScenePlan.Write(order);
        return BeatLengths.Fit(LineLengths.Fit(written with { Warnings = [.. brief.Warnings, .. LengthWarnings(request, brief, order), .. written.Warnings] }), request);
    }

    private static Order OrderOf(VideoRequest request, Brief brief)
    {
        var words = $"{request.Product?.Title} {request.Product?.Description}";
        var language = request.Language
            ?? (request.Product is null ? brief.Language : null)
            ?? Languages.Of(request.Product is null ? Quotations.Of(request.Prompt).Text : words)
            ?? Languages.Of(request.Prompt)
            ?? "en";
        var telling = Telling.For(request, brief) is { } dramaturgy ? Telling.Of(dramaturgy) : null;
        var mood = request.Mood ?? brief.Mood ?? telling?.Mood ?? OccasionStyle.Of(brief)?.Mood ?? MoodOf(words) ?? DeedMood(brief, request.Product is not null);
        return new Order(request, brief, language, mood, ShotLengths.Whole(request.Seconds));
    }

    private static Mood? MoodOf(string words) =>
        Segmenter.Tokens(words).Select(token => token.As(Slot.Mood)).FirstOrDefault(sense => sense is not null) is { } sense
            ? Kebab.Parse<Mood>(sense.Value)
            : null;

    private static Mood DeedMood(Brief brief, bool ad) => brief.Steps.Select(step => step.Deed).FirstOrDefault(deed => deed is not null) switch
    {
        Deed.Bounce or Deed.Roll => Mood.Playful,
        Deed.Collide or Deed.Topple => Mood.Energetic,
        _ => ad ? Mood.Elegant : Mood.Calm,
    };

    private static IEnumerable<string> LengthWarnings(VideoRequest request, Brief brief, Order order)
    {
        if (brief.Seconds is { } said && said != request.Seconds)
        {
            yield return $"The prompt speaks of {Text(said)} seconds; the video lasts {Text(request.Seconds)} as the request says.";
        }

        if (brief.Aspect is { } shape && request.Size is { } size && !IsShaped(size, shape))
        {
            yield return $"The prompt speaks of {shape}; the picture is {size} as the request says.";
        }

        if (order.Seconds != request.Seconds)
        {
            yield return $"{Text(request.Seconds)} seconds are no whole number of frames; the video lasts {Text(order.Seconds)}.";
        }
    }

    private static bool IsShaped(FrameSize size, string shape) =>
        shape.Split(':') is [var across, var down]
        && Math.Abs((size.Width * double.Parse(down, CultureInfo.InvariantCulture) / (size.Height * double.Parse(across, CultureInfo.InvariantCulture))) - 1) < 0.02;

    private static WrittenStoryboard Kept(VideoRequest request, Storyboard given)
    {
        if (StoryboardRules.Check(given) is { Count: > 0 } faults)
        {
            throw new FinalException("invalid_storyboard", string.Join(' ', faults.Select(fault => $"storyboard.{fault}")));
        }

        if (request.Change is { } change && !string.IsNullOrWhiteSpace(change))
        {
            return request.Continues ? Sequel.Write(given, request) : Remix.Apply(given, change, ShotLengths.Whole(request.Seconds));
        }

        return new WrittenStoryboard(
            given,
            given.Seconds == request.Seconds ? [] : [$"The shots of the storyboard last {Text(given.Seconds)} seconds; the video lasts as long, not {Text(request.Seconds)}."]);
    }

    private static string Text(decimal seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
