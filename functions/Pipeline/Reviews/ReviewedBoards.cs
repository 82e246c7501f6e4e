using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>What a reviewer may put in the place of what was ordered: other words and shots, but only pictures that came with the order and were judged with it.</summary>
public static class ReviewedBoards
{
    /// <summary>The first thing that is wrong; null when all is well.</summary>
    /// <param name="board">What the reviewer wants made.</param>
    /// <param name="request">What was ordered.</param>
    /// <param name="shown">The storyboard that was written of it.</param>
    public static StoryboardFault? Check(Storyboard board, VideoRequest request, Storyboard shown)
    {
        HashSet<string> pictures =
        [
            .. (request.Product?.Pictures ?? []).Concat(request.Pictures).Concat((request.Characters ?? []).Select(character => character.Picture)).Select(picture => picture.Blob.Sha256),
            .. shown.Cast.Select(subject => subject.Picture).OfType<string>(),
        ];
        HashSet<string> models = [.. new[] { request.Product?.Model?.Blob.Sha256 }.Concat(shown.Cast.Select(subject => subject.Model)).OfType<string>()];
        return StoryboardRules.Check(board, pictures, models).Concat(Brand(board, request, shown)).FirstOrDefault();
    }

    private static IEnumerable<StoryboardFault> Brand(Storyboard board, VideoRequest request, Storyboard shown)
    {
        if (board.Brand?.Logo is { } logo && logo != shown.Brand?.Logo && logo != request.Brand?.Logo?.Blob.Sha256)
        {
            yield return new StoryboardFault("brand.logo", "is no picture of this order", "the logo that came with the order, or none");
        }

        if (board.Brand?.Font is { } font && font != shown.Brand?.Font && font != request.Brand?.Font?.Sha256)
        {
            yield return new StoryboardFault("brand.font", "is no font of this order", "the font that came with the order, or none");
        }
    }
}
