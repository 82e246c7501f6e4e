using OpenAI.Chat;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Lines;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>
/// Writes storyboards with a language model. What it writes is checked, told once what is wrong with it, and else the embedded writer's is
/// taken with a warning. A storyboard that the caller sends, and changes of one, are the embedded writer's: they leave the rest as it is.
/// </summary>
internal sealed class ModelWriter : IStoryboardWriter
{
    private const string Version = "1";

    /// <summary>Characters that are said back of an answer that is too long to be read.</summary>
    private const int Echoed = 2_000;

    private const int MostNotShown = 10;
    private const int LongestNotShown = 80;
    private readonly EmbeddedWriter _embedded;
    private readonly ChatLine _line;

    /// <summary>A writer.</summary>
    /// <param name="options">The model.</param>
    /// <param name="embedded">Who writes when it does not.</param>
    /// <param name="time">The clock.</param>
    public ModelWriter(ModelServer options, EmbeddedWriter embedded, TimeProvider time)
    {
        _embedded = embedded;
        _line = new ChatLine(options, time);
        Name = $"model-{Version}-{options.Tag}-{embedded.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<WrittenStoryboard> Write(VideoRequest request, CancellationToken cancellation)
    {
        var embedded = await _embedded.Write(request, cancellation);
        if (request.Storyboard is not null)
        {
            return embedded;
        }

        var spent = new TokenCount();
        try
        {
            return BeatLengths.Fit(LineLengths.Fit(await Written(request, embedded, spent, cancellation)), request) with { Tokens = spent.Total };
        }
        catch (ModelFailure failure)
        {
            return embedded with
            {
                Tokens = spent.Total,
                Warnings = [.. embedded.Warnings, $"The language model wrote no storyboard ({failure.Message}); the built-in writer's is filmed."],
            };
        }
    }

    private async Task<WrittenStoryboard> Written(VideoRequest request, WrittenStoryboard embedded, TokenCount spent, CancellationToken cancellation)
    {
        List<ChatMessage> messages = [new SystemChatMessage(WriterWords.Instructions), new UserChatMessage(WriterWords.Order(request, embedded.Storyboard))];
        var answer = await _line.Ask(messages, spent, cancellation);
        var (written, faults) = Judged(answer, request, embedded);
        if (written is null)
        {
            messages.Add(new AssistantChatMessage(answer.Length <= Draft.Longest ? answer : answer[..Echoed]));
            messages.Add(new UserChatMessage(WriterWords.Repair(faults)));
            (written, faults) = Judged(await _line.Ask(messages, spent, cancellation), request, embedded);
        }

        return written ?? throw new ModelFailure("what it wrote can't be filmed, twice");
    }

    private static (WrittenStoryboard? Written, IReadOnlyList<string> Faults) Judged(string answer, VideoRequest request, WrittenStoryboard embedded)
    {
        var (draft, fault) = Draft.Read(answer);
        if (draft is null)
        {
            return (null, [fault!]);
        }

        if (StoryboardRules.Holes(draft.Storyboard) is { Count: > 0 } holes)
        {
            return (null, [.. holes.Select(hole => $"storyboard.{hole}")]);
        }

        var board = DraftFitting.Of(draft.Storyboard, embedded.Storyboard, request.Voice);
        var faults = DraftChecks.Of(board, request);
        return faults.Count > 0 ? (null, faults) : (new WrittenStoryboard(board, Warnings(draft, embedded)), []);
    }

    // What the embedded writer says of product and length holds for both; what it could not show is the model's to say.
    private static IReadOnlyList<string> Warnings(Draft draft, WrittenStoryboard embedded)
    {
        var words = draft.NotShown.OfType<string>().Select(Plain).Where(word => word.Length > 0).Distinct().Take(MostNotShown).ToArray();
        return
        [
            .. embedded.Warnings.Where(warning => !warning.StartsWith("Not shown", StringComparison.Ordinal)),
            .. words.Length == 0 ? [] : new[] { $"Not shown: {string.Join(", ", words)} (the engine has nothing of that name)." },
        ];
    }

    private static string Plain(string word)
    {
        var plain = string.Concat(word.Where(c => !char.IsControl(c))).Trim();
        return plain.Length <= LongestNotShown ? plain : plain[..LongestNotShown];
    }
}
