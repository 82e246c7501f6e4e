using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Local.Gallery;

/// <summary>One short clip of the gallery.</summary>
/// <param name="Group">What it is an example of: <c>settings</c>, <c>deeds</c>, <c>cameras</c>, <c>forms</c> or <c>air</c>.</param>
/// <param name="Name">The word of the contract that it shows, such as <c>splash-in</c>.</param>
/// <param name="Order">The shot; its pictures are named by their path below the folder of examples.</param>
internal sealed record GalleryShot(string Group, string Name, ShotOrder Order);
