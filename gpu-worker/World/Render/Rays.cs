namespace SoraFunctions.World.Render;

/// <summary>Sixteen rays.</summary>
internal struct Rays
{
    public Wide3 Origin;

    /// <summary>Unit length.</summary>
    public Wide3 Direction;
}

/// <summary>Where sixteen rays end.</summary>
internal struct Hits
{
    /// <summary>Distance; before tracing: how far to look. Negative for a lane that is switched off or, in shadow, blocked.</summary>
    public Wide T;

    /// <summary>Barycentric weight of the second corner.</summary>
    public Wide U;

    /// <summary>Barycentric weight of the third corner; of a shadow ray, the part of the light that passes.</summary>
    public Wide V;

    /// <summary>Triangle, in the order of the mesh's tree.</summary>
    public WideInt Triangle;

    /// <summary>Number of the instance, -1 for none.</summary>
    public WideInt Body;
}
