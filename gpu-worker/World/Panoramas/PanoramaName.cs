namespace SoraFunctions.World.Panoramas;

/// <summary>The surroundings of which there is a picture.</summary>
public enum PanoramaName
{
    /// <summary>A living room with large windows.</summary>
    Apartment,

    /// <summary>Under a bridge at night.</summary>
    Bridge,

    /// <summary>A street by day.</summary>
    City,

    /// <summary>Open land before sunrise.</summary>
    Dawn,

    /// <summary>A promenade by day.</summary>
    Esplanade,

    /// <summary>A wood by day.</summary>
    Forest,

    /// <summary>A hall.</summary>
    Hall,

    /// <summary>A laboratory.</summary>
    Lab,

    /// <summary>A lobby.</summary>
    Lobby,

    /// <summary>A town by night.</summary>
    Night,

    /// <summary>A park.</summary>
    Park,

    /// <summary>Open sky.</summary>
    Sky,

    /// <summary>A photographer's studio.</summary>
    Studio,

    /// <summary>A rising sun.</summary>
    Sunrise,

    /// <summary>A setting sun.</summary>
    Sunset,

    /// <summary>A square in Venice at dusk.</summary>
    Venice,

    /// <summary>An empty warehouse.</summary>
    Warehouse,

    /// <summary>A workshop.</summary>
    Workshop,
}
