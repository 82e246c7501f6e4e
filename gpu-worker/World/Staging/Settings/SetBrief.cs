using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>What a set has to serve.</summary>
/// <param name="Look">Colours of the video.</param>
/// <param name="Size">Width, height and depth of the first subject in metres: sets are built round it.</param>
/// <param name="Panoramas">Pictures of surroundings.</param>
internal sealed record SetBrief(Look Look, Vector3 Size, PanoramaLibrary Panoramas)
{
    /// <summary>Where the subject is.</summary>
    public Standing Standing { get; init; } = Standing.Alone;

    /// <summary>Size of the subject from its middle outwards, in metres.</summary>
    public float Radius => 0.5f * Size.Length();

    /// <summary>Half of the diagonal of what it stands on, in metres.</summary>
    public float Footprint => 0.5f * new Vector2(Size.X, Size.Z).Length();

    /// <summary>
    /// Distance behind the subject's middle of scenery that is one size in life: a small thing has it where it is in life, a large one so
    /// far that nothing that stands around the subject reaches it.
    /// </summary>
    /// <param name="least">In metres.</param>
    public float Behind(float least) => Math.Max(least, 8.5f * Radius);

    /// <summary>Width of what fills the picture at a distance behind the subject, wherever the camera goes.</summary>
    /// <param name="distance">In metres.</param>
    public float Across(float distance) => (16 * Radius) + (2.6f * distance);

    /// <summary>Whether the subject is in the water.</summary>
    public bool Afloat => Standing == Standing.Afloat;

    /// <summary>How high a rock, podium or jetty rises with its top at y = 0, in metres.</summary>
    public float Rise => Math.Max(0.02f, 0.55f * Radius);

    /// <summary>Linear colour of backdrops.</summary>
    public Vector3 Primary => Colours.Linear(Look.Primary, "The primary colour of the look");

    /// <summary>Linear colour of accents.</summary>
    public Vector3 Accent => Colours.Linear(Look.Accent, "The accent colour of the look");

    /// <summary>The brief of a shot.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="size">Width, height and depth of the first subject in metres.</param>
    public static SetBrief Of(ShotOrder order, Vector3 size) => new(order.Look, size, PanoramaLibrary.Installed)
    {
        Standing = order.Shot.Action switch
        {
            Deed.Float or Deed.SplashIn or Deed.Ripple or Deed.BackFlip => Standing.Afloat,
            Deed.Stand or Deed.Turn or Deed.Levitate or Deed.Swing when order.Cast is [{ Count: 1 }] => Standing.Alone,
            _ => Standing.Amid,
        },
    };

    /// <summary>A panorama of which one place is seen in one direction; null when there are no panoramas.</summary>
    /// <param name="name">Which.</param>
    /// <param name="place">Angle in degrees of the place, from the panorama's middle to the right.</param>
    /// <param name="direction">Angle in degrees at which it is to be seen, from straight ahead to the right.</param>
    /// <param name="brightness">Factor of its light.</param>
    /// <param name="shown">Whether the camera sees it.</param>
    public Panorama? Panorama(PanoramaName name, float place, float direction, float brightness, bool shown = false) =>
        Panoramas.Find(name) is { } picture
            ? picture with { Turn = (place - direction) * MathF.PI / 180, Brightness = brightness, Shown = shown }
            : null;
}
