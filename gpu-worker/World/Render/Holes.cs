namespace SoraFunctions.World.Render;

/// <summary>Marks loops that are compiled once for bodies with holes and once without: a call in a loop costs it all of its registers.</summary>
internal interface IHoles;

/// <summary>A body without holes.</summary>
internal readonly struct Whole : IHoles;

/// <summary>A body whose picture cuts holes.</summary>
internal readonly struct Holed : IHoles;
