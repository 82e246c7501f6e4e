using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render.Air;

/// <summary>A particle on the picture: a round spot drawn along a line, the way that it goes while the shutter is open.</summary>
internal struct Sprite
{
    public ParticleShape Shape;

    /// <summary>Where it is in pixels as the shutter opens.</summary>
    public Vector2 From;

    /// <summary>How far it goes, in pixels.</summary>
    public Vector2 Way;

    /// <summary>Radius of the spot in pixels, with what defocus adds.</summary>
    public float Radius;

    /// <summary>Width in pixels over which its edge fades.</summary>
    public float Edge;

    /// <summary>Distance along the view in metres.</summary>
    public float Depth;

    /// <summary>Radius in metres.</summary>
    public float Thickness;

    /// <summary>What it hides in its middle, thinned by motion and defocus so that the whole hides as much as before.</summary>
    public float Alpha;

    /// <summary>Light from its middle.</summary>
    public Vector3 Light;

    /// <summary>Change of the light towards its right edge.</summary>
    public Vector3 Right;

    /// <summary>Change of the light towards its upper edge.</summary>
    public Vector3 Up;

    /// <summary>Light of the highlight that the key lamp makes on it.</summary>
    public Vector3 Shine;

    /// <summary>Where the highlight is, as part of the radius to the right and up.</summary>
    public Vector2 ShineAt;
}
