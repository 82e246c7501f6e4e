namespace SoraFunctions.World.Render;

/// <summary>Sixteen points whose light the light map knows.</summary>
internal unsafe interface IPlaces
{
    /// <summary>Reads a plane of the light map.</summary>
    /// <param name="plane">Of the map.</param>
    /// <param name="unknown">For points whose surface has no place near by.</param>
    Wide Read(float* plane, float unknown);

    /// <summary>As <see cref="Read"/>, of what is mirrored: 0 for points of bodies beside which no place is turned alike.</summary>
    Wide Mirrored(float* plane);
}
