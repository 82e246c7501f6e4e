using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>The shape of a subject.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Form>))]
public enum Form
{
    /// <summary>The picture's own outline, cut out, a few millimetres thick, standing.</summary>
    Card,

    /// <summary>A carton with the picture on its faces.</summary>
    Box,

    /// <summary>A surface of revolution from the picture's silhouette, the picture projected on its front.</summary>
    Bottle,

    /// <summary>A cylinder with the picture wrapped round as a label.</summary>
    Can,

    /// <summary>A sphere.</summary>
    Ball,

    /// <summary>A cube with softened edges.</summary>
    Cube,

    /// <summary>A plain cylinder.</summary>
    Cylinder,

    /// <summary>A cone.</summary>
    Cone,

    /// <summary>A torus lying flat.</summary>
    Ring,

    /// <summary>A coin: a flat disc.</summary>
    Disc,

    /// <summary>An irregular rounded stone.</summary>
    Pebble,

    /// <summary>A petal or leaf: thin, curved, slow in air.</summary>
    Petal,

    /// <summary>A cup: a hollow surface of revolution.</summary>
    Cup,

    /// <summary>A flat slab: a book, a tile, a phone.</summary>
    Slab,
}
