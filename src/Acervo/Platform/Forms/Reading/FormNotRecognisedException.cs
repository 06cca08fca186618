namespace Acervo.Platform.Forms.Reading;

/// <summary>The file is readable but is none of the known forms. The message is a Spanish sentence for the person who sent it.</summary>
public sealed class FormNotRecognisedException(string message) : Exception(message);
