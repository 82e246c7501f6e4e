namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Judges what a video is to be made from.</summary>
public interface IModerator
{
    /// <summary>Name and version of the judge: part of every verdict, and of the key under which it is kept.</summary>
    string Policy { get; }

    /// <summary>Judges texts and pictures; each is judged by itself and the worst finding of each category counts.</summary>
    /// <param name="texts">Everything that will be seen, heard or obeyed, with the field that it came from.</param>
    /// <param name="pictures">Everything that is shown as it came. A judge that can't see lets them pass.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<ModerationVerdict> Judge(
        IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation);
}
