using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>What an ad request may say of pictures that shots are made after.</summary>
internal static class GuideRules
{
    /// <summary>Most of them.</summary>
    public const int MostPictures = 8;

    public static void Check(IReadOnlyList<AdPicture> pictures, AdFiles files, Storyboard? storyboard, RequestFaults faults)
    {
        if (pictures.Count > MostPictures)
        {
            faults.Add("pictures", $"pictures must have at most {MostPictures} pictures; it has {pictures.Count}.");
        }

        var most = storyboard?.Shots.Count ?? StoryboardRules.MostShots;
        foreach (var (index, picture) in pictures.Index())
        {
            if (picture.Image is null == files.Guide(index) is null)
            {
                faults.Add($"pictures[{index}].image", $"pictures[{index}].image must be exactly one of a file and an address or data: URL.", picture.Image is null ? RequestErrorCodes.MissingField : RequestErrorCodes.InvalidValue);
            }

            if (picture.Shot < 1 || picture.Shot > most)
            {
                faults.Add($"pictures[{index}].shot", $"pictures[{index}].shot must be the number of a shot, 1 to {most}.");
            }

            if (picture.Role != PictureRole.Reference && pictures.Take(index).Any(other => (other.Role, other.Shot) == (picture.Role, picture.Shot)))
            {
                faults.Add($"pictures[{index}].role", $"pictures[{index}].role is given to another picture of the same shot: a shot begins and ends with one.");
            }
        }

        foreach (var index in files.Guides.Where(index => index >= pictures.Count))
        {
            faults.Add($"pictures[{index}].role", $"pictures[{index}].role is required with the file of a picture.", RequestErrorCodes.MissingField);
        }
    }
}
