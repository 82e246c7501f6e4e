using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Pictures;

namespace SoraFunctions.Models.Diffusion;

/// <summary>The picture that a clip begins with: the first subject's own, where the model takes one.</summary>
internal static class FirstPicture
{
    /// <summary>The picture, of the size that the model makes; null for none.</summary>
    /// <exception cref="InvalidDataException">The subject's picture can't be used.</exception>
    public static async Task<PlanarPicture?> Of(
        ShotOrder order, Family family, ClipPlan plan, Func<string, string> assetPath, List<string> warnings, CancellationToken cancellation)
    {
        var shown = order.Bare ? [] : order.Cast.Where(subject => subject.IsOwn).ToArray();
        // What is wrapped round a can is no view of it.
        if (shown.FirstOrDefault(subject => subject is { Picture: not null, Form: not Form.Can }) is not { } subject || family.Pictures == PictureInput.None)
        {
            if (shown.Length > 0)
                warnings.Add(family.Pictures == PictureInput.None
                    ? $"The model takes no pictures: {Names(shown)} is drawn from words and will not look like the real one."
                    : $"The model takes views of things, not 3-D models and wrapped labels: {Names(shown)} is drawn from words and will not look like the real one.");
            return null;
        }
        if (shown.Length > 1)
            warnings.Add($"The model takes one picture, that of {subject.Name}: {Names(shown.Where(other => other != subject))} is drawn from words.");
        try
        {
            var picture = await PictureDecoder.Decode(assetPath(subject.Picture!), cancellation).ConfigureAwait(false);
            return ReferencePicture.Set(picture, order.Shot.Camera.Framing, order.Look.Primary, plan.Width, plan.Height);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"The picture of the subject {subject.Id} can't be used: {problem.Message}", problem);
        }
    }

    private static string Names(IEnumerable<Subject> subjects) => string.Join(", ", subjects.Select(subject => subject.Name));
}
