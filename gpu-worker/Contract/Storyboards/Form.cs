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

    /// <summary>A soft bag with the picture on its front, flat at the top, full below.</summary>
    Pouch,

    /// <summary>The 3-D model that the subject brings (glTF 2.0).</summary>
    Model,

    /// <summary>A fruit: an apple, an orange, a lemon, a berry, by its colour.</summary>
    Fruit,

    /// <summary>A leaf with a stalk.</summary>
    Leaf,

    /// <summary>A curled ribbon.</summary>
    Ribbon,

    /// <summary>A drinking glass, filled.</summary>
    DrinkingGlass,

    /// <summary>A closed book.</summary>
    Book,

    /// <summary>A candle with a flame.</summary>
    Candle,

    /// <summary>A clear cube of ice.</summary>
    IceCube,

    /// <summary>A minted coin.</summary>
    Coin,

    /// <summary>A chair.</summary>
    Chair,

    /// <summary>A small table.</summary>
    Table,

    /// <summary>A tree.</summary>
    Tree,

    /// <summary>A building with windows.</summary>
    Building,

    /// <summary>A car on four wheels.</summary>
    Car,

    /// <summary>A small boat.</summary>
    Boat,

    /// <summary>A board to stand on in water.</summary>
    PaddleBoard,

    /// <summary>A jointed human figure with hands of five fingers.</summary>
    Mannequin,

    /// <summary>A jointed animal of the size of a cat.</summary>
    Cat,
}
