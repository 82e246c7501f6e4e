using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Pipeline.Storyboards.Retellings;

/// <summary>Leaves out the words that may not stand in the picture of a channel.</summary>
internal static class Clearing
{
    /// <summary>The storyboard without them; the same one when there are none.</summary>
    public static Storyboard For(Storyboard story, ChannelProfile channel, List<string> warnings)
    {
        var told = story with
        {
            Shots = [.. story.Shots.Select(shot => shot.Caption is { } caption && !channel.Takes(KindOf(caption.Role)) ? shot with { Caption = null } : shot)],
            EndCard = Card(story.EndCard, channel),
            Captions = channel.Takes(BurntIn.Captions) ? story.Captions : CaptionStyle.None,
            Brand = channel.Takes(BurntIn.Logo) || story.Brand?.Logo is null ? story.Brand : story.Brand with { Logo = null },
            Legal = channel.Takes(BurntIn.Price) ? story.Legal : null,
        };
        string[] gone =
        [
            .. told.Shots.Zip(story.Shots).Count(pair => pair.First.Caption != pair.Second.Caption) is > 0 and var captions
                ? [captions == 1 ? "one caption" : $"{captions} captions"] : Array.Empty<string>(),
            .. story.EndCard is not null && told.EndCard is null ? ["the end card"] : Array.Empty<string>(),
            .. story.EndCard?.Price is not null && told.EndCard is { Price: null } ? ["the price"] : Array.Empty<string>(),
            .. story.EndCard?.Rating is not null && told.EndCard is { Rating: null } ? ["the rating"] : Array.Empty<string>(),
            .. told.Captions != story.Captions && story.Shots.Any(shot => shot.Line is not null) ? ["what is said, in letters"] : Array.Empty<string>(),
            .. story.Brand?.Logo is not null && told.Brand?.Logo is null ? ["the logo"] : Array.Empty<string>(),
            .. story.Legal is not null && told.Legal is null ? ["the terms"] : Array.Empty<string>(),
            .. story.EndCard?.CallToAction is not null && told.EndCard is { CallToAction: null } ? ["the button"] : Array.Empty<string>(),
        ];
        if (gone.Length == 0)
        {
            return story;
        }

        warnings.Add($"{channel.Name} does not take all words in the picture: {string.Join(", ", gone)} {(gone.Length == 1 && !gone[0].EndsWith('s') ? "is" : "are")} left out.");
        return told;
    }

    private static EndCard? Card(EndCard? card, ChannelProfile channel) => card is null || !channel.Takes(BurntIn.Logo) ? null : card with
    {
        Price = channel.Takes(BurntIn.Price) ? card.Price : null,
        Was = channel.Takes(BurntIn.Price) ? card.Was : null,
        Rating = channel.Takes(BurntIn.Captions) ? card.Rating : null,
        CallToAction = channel.Takes(BurntIn.CallToAction) ? card.CallToAction : null,
    };

    // A title is the name of a brand or product.
    private static BurntIn KindOf(CaptionRole role) => role switch
    {
        CaptionRole.Title => BurntIn.Logo,
        CaptionRole.Price => BurntIn.Price,
        CaptionRole.CallToAction => BurntIn.CallToAction,
        _ => BurntIn.Captions,
    };
}
