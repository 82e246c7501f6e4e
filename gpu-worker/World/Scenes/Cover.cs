namespace SoraFunctions.World.Scenes;

/// <summary>What the alpha of a material's picture means.</summary>
public enum Cover
{
    /// <summary>The picture is printed on the material's colour; the body is solid.</summary>
    Printed,

    /// <summary>Holes where alpha is below <see cref="Material.Cutoff"/>.</summary>
    CutOut,

    /// <summary>What lies behind shows through.</summary>
    Blended,
}
