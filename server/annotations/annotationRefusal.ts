/** Why a note cannot be written, as a sentence for whoever wrote it. */
export class AnnotationRefusal extends Error {}
